import type { Span } from './sentences.ts';

/** A sign of a host name, a path, an `@name` or a `/command`. Scripts without spaces are none, nor are brackets and quotes. */
const SIGN = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}._@/\\~=#&+%:$-]/u;
/** What tells such a token from a word: a sign inside of it, or before it. */
const TOKEN = /^[@/\\#~.$][\p{L}\p{N}]|[\p{L}\p{N}][._@/\\~=#&+%:]+[\p{L}\p{N}]/u;
/** From one time to another: either may be the answer. */
const RANGE = /^\d{1,2}:\d\d[-–]\d/;
/** Longer ones would make a whole line stand out. */
const MAX_TOKEN_CHARS = 100;

/**
 * A stretch of a text, made longer where it would divide a token such as `play.example.org`, `04:00`, `@name` or `/command`; null where a token is very
 * long.
 */
export function extendToTokens(text: string, { start, end }: Span): Span | null {
  const [first, last] = [findTokenAround(text, start), findTokenAround(text, end)];
  if (first === null || last === null) return null;
  return {
    start: first.start < start && start < first.end ? first.start : start,
    end: last.start < end && end < last.end ? last.end : end,
  };
}

/** The token around a place, which is empty where there is no token; null for a very long one. */
function findTokenAround(text: string, at: number): Span | null {
  let [start, end] = [at, at];
  while (start > 0 && at - start <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(start - 1))) start -= 1;
  while (end < text.length && end - at <= MAX_TOKEN_CHARS && SIGN.test(text.charAt(end))) end += 1;
  while (end > start && '.:-'.includes(text.charAt(end - 1))) end -= 1;
  const token = text.slice(start, end);
  if (!TOKEN.test(token) || RANGE.test(token)) return { start: at, end: at };
  return end - start > MAX_TOKEN_CHARS ? null : { start, end };
}
