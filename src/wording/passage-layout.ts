import type { PassageLine } from '../answering/passage/passage.ts';
import type { Span } from '../text/sentences/sentences.ts';
import { splitWords } from '../text/words/words.ts';

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** Returns the short answer of a line, to be highlighted, or null if it has none, or only repeats words of the question. */
export function findNewAnswer(
  { text, answer }: Pick<PassageLine, 'text' | 'answer'>,
  asked: string,
): Span | null {
  return answer !== null && saysMore(text.slice(answer.start, answer.end), asked) ? answer : null;
}

/** Joins all phrasings of a question. */
export function joinPhrasings(asked: {
  readonly question: string;
  readonly understoodAs: string | null;
  readonly readAs: string | null;
}): string {
  return [asked.question, asked.understoodAs, asked.readAs].join(' ');
}

function saysMore(answer: string, asked: string): boolean {
  const words = splitWords(answer)
    .map(({ folded }) => folded)
    .filter((word) => !ARTICLES.has(word));
  const known = splitWords(asked).map(({ folded }) => folded);
  return words.length === 0 || words.some((word) => !known.some((other) => isAlike(word, other)));
}

/** `join`, `joins` and `joined`. */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return (
    /^(?:s|es|ed|d|ing|er|ers)$/.test(long.slice(short.length)) && long.startsWith(short) && short.length > 2
  );
}

/** Returns whether a blank line precedes a line of a passage. It precedes paragraphs and headings, but not lists, rows and code. */
export function isSetOff({ kind }: PassageLine, before: PassageLine | undefined): boolean {
  if (before === undefined || before.kind === 'heading') return false;
  return kind === 'heading' || kind === 'text';
}
