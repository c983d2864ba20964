import * as z from 'zod';

const place = z.object({ text: z.string(), path: z.string() });
/** A line of `ask --json`, as far as it is scored. */
const askedLine = z.object({
  outcome: z.string(),
  confidence: z.number(),
  quote: place.nullable(),
  matches: z.array(z.object({ fact: place })),
});

interface ScoredQuestion {
  readonly answerable: boolean;
  readonly gold?: readonly { readonly path: string; readonly text: string }[];
  readonly whole?: { readonly text: string };
}

/**
 * The figures that the scorer published with the natural sets gives to lines of `ask --json`; a modified version of that script, which knows
 * nothing else of this project.
 */
export function scoreOutside(questions: readonly ScoredQuestion[], lines: readonly string[]) {
  const scored = questions.map((question, at) =>
    scoreOne(question, askedLine.parse(JSON.parse(lines[at] ?? ''))),
  );
  const answerable = scored.filter(({ question }) => question.answerable);
  const unanswerable = scored.filter(({ question }) => !question.answerable);
  const answered = answerable.filter(({ outcome }) => outcome === 'answered');
  const right = answerable.filter((one) => one.isRight);
  return {
    first: percent(answerable.filter(({ rank }) => rank === 0).length, answerable.length),
    topThree: percent(answerable.filter(({ rank }) => rank >= 0 && rank < 3).length, answerable.length),
    shownRightly: percent(right.length, answerable.length),
    answeredRightly: percent(answered.filter((one) => one.isRight).length, answerable.length),
    rightOfAnswered: percent(answered.filter((one) => one.isRight).length, answered.length),
    notAnswered: percent(
      unanswerable.filter(({ outcome }) => outcome !== 'answered').length,
      unanswerable.length,
    ),
    wholeOfAll: percent(
      answerable.filter(({ isWhole }) => isWhole).length,
      answerable.filter(({ question }) => question.whole).length,
    ),
    fit: percent(
      right.reduce((sum, { fit }) => sum + fit, 0),
      right.length,
    ),
    area: areaOf(scored).toFixed(3),
  };
}

function scoreOne(
  question: ScoredQuestion,
  { outcome, confidence, quote, matches }: z.infer<typeof askedLine>,
) {
  const isHit = (text: string, path: string): boolean => {
    const given = norm(text);
    return (
      given !== '' &&
      (question.gold ?? []).some(({ path: goldPath, text: goldText }) => {
        const gold = norm(goldText);
        const isPart = gold.includes(given) && given.length >= Math.min(12, gold.length);
        return stem(goldPath) === stem(path) && (given.includes(gold) || isPart);
      })
    );
  };
  const shown = outcome === 'unknown' ? null : (quote?.text ?? matches[0]?.fact.text ?? null);
  const where = quote?.path ?? matches[0]?.fact.path ?? '';
  const isRight = shown !== null && isHit(shown, where);
  const needs = question.whole ? [question.whole.text] : (question.gold ?? []).map(({ text }) => text);
  const whole = new Set(norm(question.whole?.text ?? '').split(' '));
  const words = new Set(norm(shown ?? '').split(' '));
  const held = [...whole].filter((word) => words.has(word)).length;
  return {
    question,
    outcome,
    confidence,
    rank: matches.findIndex(({ fact }) => isHit(fact.text, fact.path)),
    isRight,
    fit: Math.max(...needs.map((need) => fitOf(shown ?? '', need))),
    isWhole: question.whole !== undefined && isRight && held / whole.size >= 0.8,
  };
}

function fitOf(shown: string, need: string): number {
  const [a, b] = [countWords(shown), countWords(need)];
  let shared = 0;
  for (const [word, n] of a) shared += Math.min(n, b.get(word) ?? 0);
  return shared === 0 ? 0 : (2 * shared) / (sizeOf(a) + sizeOf(b));
}

function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of norm(text).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}

function areaOf(scored: readonly ReturnType<typeof scoreOne>[]): number {
  const rising = scored
    .map(({ question, confidence, isRight, rank }) => ({
      confidence,
      isGood: question.answerable && (isRight || rank === 0),
    }))
    .toSorted((a, b) => a.confidence - b.confidence);
  const good = rising.filter(({ isGood }) => isGood).length;
  const ranks = rising.reduce((sum, { isGood }, before) => sum + (isGood ? before + 1 : 0), 0);
  return (ranks - (good * (good + 1)) / 2) / (good * (rising.length - good));
}

function percent(part: number, all: number): string {
  return all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`;
}

function norm(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function stem(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.[a-z]+$/i, '').toLowerCase();
}
