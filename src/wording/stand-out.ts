import type { PassageLine } from '../answering/passage/passage.ts';
import type { Span } from '../text/sentences.ts';
import { splitWords } from '../text/words.ts';

/** A sign of a host name, a path, an `@name` or a `/command`. Scripts without spaces are none, nor are brackets and quotes. */
const SIGN = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}._@/\\~=#&+%:$-]/u;
/** What tells such a token from a word: a sign inside of it, or before it. */
const TOKEN = /^[@/\\#~.$][\p{L}\p{N}]|[\p{L}\p{N}][._@/\\~=#&+%]+[\p{L}\p{N}]/u;
/** Longer ones would make a whole line stand out. */
const MAX_TOKEN_CHARS = 100;
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/**
 * The stretch of a line that is to stand out: its short answer, made longer where it would divide a token such as `play.example.org`, `@name`
 * or `/command`. Null where there is none, and where it says nothing but words of the question.
 */
export function standOut({ text, answer }: Pick<PassageLine, 'text' | 'answer'>, asked: string): Span | null {
  if (answer === null) return null;
  const span = withWholeTokens(text, answer);
  return span !== null && saysMore(text.slice(span.start, span.end), asked) ? span : null;
}

/** All that was asked, in whatever words it was taken. */
export function questionOf(asked: {
  readonly question: string;
  readonly understoodAs: string | null;
  readonly readAs: string | null;
}): string {
  return [asked.question, asked.understoodAs, asked.readAs].join(' ');
}

function withWholeTokens(text: string, { start, end }: Span): Span | null {
  const [first, last] = [tokenAround(text, start), tokenAround(text, end)];
  if (first === null || last === null) return null;
  return {
    start: first.start < start && start < first.end ? first.start : start,
    end: last.start < end && end < last.end ? last.end : end,
  };
}

/** The token around a place, which is empty where there is no token; null for a very long one. */
function tokenAround(text: string, at: number): Span | null {
  let [start, end] = [at, at];
  while (start > 0 && at - start <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && end - at <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(end))) end += 1;
  while (end > start && '.:-'.includes(text.charAt(end - 1))) end -= 1;
  if (!TOKEN.test(text.slice(start, end))) return { start: at, end: at };
  return end - start > MAX_TOKEN_CHARS ? null : { start, end };
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
