import * as z from 'zod';

const count = z.int().min(0);
const fromOne = z.int().min(1);

const fact = z.strictObject({
  id: z.string().regex(/^[\w-]{12}$/),
  text: z.string().min(1),
  path: z.string().regex(/^[^/].*\.(?:md|txt)$/i),
  title: z.string().min(1),
  url: z.url().nullable(),
  heading: z.string().min(1).nullable(),
  paragraph: fromOne,
  sentence: fromOne,
  start: count,
  end: fromOne,
});

const answer = z.strictObject({ text: z.string().min(1), start: count, end: fromOne });

const quote = z.strictObject({
  kind: z.enum(['sentence', 'sentences', 'list', 'steps', 'rows', 'code', 'section']),
  text: z.string().min(1),
  path: z.string().min(1),
  title: z.string().min(1),
  headings: z.array(z.string().min(1)),
  url: z.url().nullable(),
  published: z.string().nullable(),
  truncated: z.boolean(),
  facts: z.array(z.string().min(1)),
  answer: z.strictObject({ start: count, end: fromOne }).nullable(),
});

const line = z.strictObject({
  question: z.string(),
  outcome: z.enum(['answered', 'unsure', 'unknown']),
  confidence: z.number().min(0).max(1),
  reason: z.string().min(1),
  quote: quote.nullable(),
  answer: answer.nullable(),
  matches: z.array(z.strictObject({ score: z.number().min(0), fact })),
  didYouMean: z.array(z.string().min(1)),
  tookMs: z.number().min(0),
});

export type AskLine = z.infer<typeof line>;

/** Contract 2: keys, their order, types and offsets of one line of `ask --json`. Throws with what is wrong. */
export function readAskLine(text: string): AskLine {
  const parsed: unknown = JSON.parse(text);
  const read = line.parse(parsed);
  requireEqual(keysInOrder(parsed), keysInOrder(read));
  const [best] = read.matches;
  if (read.answer !== null) {
    requireEqual(read.answer.text, best?.fact.text.slice(read.answer.start, read.answer.end));
  }
  requireEqual(read.quote === null, read.outcome === 'unknown');
  for (const { fact: match } of read.matches) requireEqual(match.end - match.start, match.text.length);
  return read;
}

/** zod gives the keys back in the order of the schema. */
function keysInOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.entries(part)
      : typeof part === 'object'
        ? part
        : typeof part,
  );
}

function requireEqual(actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${String(actual)} is not ${String(expected)}`);
}
