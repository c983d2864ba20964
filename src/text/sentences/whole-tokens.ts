import type { Span } from './sentences.ts';

/**
 * A character of a host name, a path, an `@name` or a `/command`. Excludes scripts without spaces, brackets and
 * quotes.
 */
const SIGN = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}._@/\\~=#&+%:$-]/u;
/** A sign inside or before a token distinguishes it from a word. */
const TOKEN = /^[@/\\#~.$][\p{L}\p{N}]|[\p{L}\p{N}][._@/\\~=#&+%:]+[\p{L}\p{N}]/u;
/** A range of times. Either time may be the answer. */
const RANGE = /^\d{1,2}:\d\d[-–]\d/;
/** Longer tokens would highlight a whole line. */
const MAX_TOKEN_CHARS = 100;

/**
 * Extends a span that would divide a token such as `play.example.org`, `04:00`, `@name` or `/command`. Returns null
 * where a token is very long.
 */
export function extendToTokens(text: string, { start, end }: Span): Span | null {
  const [first, last] = [findTokenAround(text, start), findTokenAround(text, end)];
  if (first === null || last === null) return null;
  return {
    start: first.start < start && start < first.end ? first.start : start,
    end: last.start < end && end < last.end ? last.end : end,
  };
}

/** Finds the token around a position; empty where there is none, null where it is very long. */
function findTokenAround(text: string, at: number): Span | null {
  let [start, end] = [at, at];
  while (start > 0 && at - start <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && end - at <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(end))) end += 1;
  while (end > start && '.:-'.includes(text.charAt(end - 1))) end -= 1;
  const token = text.slice(start, end);
  if (!TOKEN.test(token) || RANGE.test(token)) return { start: at, end: at };
  return end - start > MAX_TOKEN_CHARS ? null : { start, end };
}
