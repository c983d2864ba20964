import { isFunctionWord } from '../text/function-words.ts';
import type { Span } from '../text/sentences.ts';
import { stem } from '../text/stems.ts';
import { findWords, foldWord } from '../text/words.ts';

/** A word or a mark of a text as the reader sees it, with its place in UTF-16 units. */
export interface Token {
  /** As it stands in the text. */
  readonly spelling: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Empty for marks. */
  readonly stem: string;
  readonly isContent: boolean;
}

/** The words of `text` and, one by one, the marks between them; the first `most` where that is given. */
export function readTokens(text: string, most = Number.POSITIVE_INFINITY): readonly Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const { start, end } of findWords(text)) {
    if (tokens.length >= most) break;
    const folded = foldWord(text.slice(start, end));
    addMarks(tokens, text, { start: done, end: start });
    tokens.push({
      spelling: text.slice(start, end),
      folded,
      start,
      end,
      stem: stem(folded),
      isContent: !isFunctionWord(folded),
    });
    done = end;
  }
  if (tokens.length < most) addMarks(tokens, text, { start: done, end: text.length });
  return tokens.slice(0, most);
}

/** One by one: as the arguments of one `push`, 130,000 marks in a row overflowed the stack. */
function addMarks(tokens: Token[], text: string, { start, end }: Span): void {
  for (const { 0: mark, index } of text.slice(start, end).matchAll(/\S/gu)) {
    const at = start + index;
    tokens.push({
      spelling: mark,
      folded: mark,
      start: at,
      end: at + mark.length,
      stem: '',
      isContent: false,
    });
  }
}
