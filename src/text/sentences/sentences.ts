import { divideLongSentence } from './sentences-length.ts';
import { endsSentence } from './sentences-rules.ts';

/** A stretch of a text in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a sentence may end: full stops, question marks and their like of every script, with the quotes and
 * brackets that close right after them, note marks (`.[5]`) and French `. »`; or a line break. Every part is
 * bounded: with `*` five million accents in a row overflowed the stack of the regular expression.
 */
const END_MARK =
  /[\p{Sentence_Terminal}…](?:[\p{Sentence_Terminal}…\p{Pe}\p{Pf}"']|\p{Pi}(?=[\s\p{P}]|$)){0,40}(?:\[[^[\]]{1,30}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]){0,8}(?:[ \u00a0\u202f]»(?=[\s\p{P}]|$)[.!?…]?)?|\n/gu;

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * The sentences of one paragraph, in order, without the white space around them; `[]` for a blank one. Every
 * character that is not white space is in exactly one sentence. A single line break counts as a space, a blank
 * line ends a sentence. No sentence is longer than `MAX_SENTENCE_CHARS`. Linear in the length of the paragraph,
 * never throws, and gives the same result on every system (no data of the installed ICU but Unicode's
 * character classes).
 *
 * Why not `Intl.Segmenter` with its pieces joined again: it took 11 s on a paragraph of 50,000 short sentences
 * (quadratic on Node 20), its rules change with the ICU of each Node release (and with them the facts' ids), and
 * it cuts `proved.[5] Next` behind the bracket.
 */
export function splitSentences(paragraph: string): readonly Span[] {
  const hasCapitals = /\p{Lu}/u.test(paragraph);
  const sentences: Span[] = [];
  let start = 0;
  for (const { mark, gap, next } of findEndMarks(paragraph)) {
    if (!endsSentence({ text: paragraph, start, mark, gap, next, hasCapitals })) continue;
    addSentence(sentences, paragraph, { start, end: next });
    start = next;
  }
  addSentence(sentences, paragraph, { start, end: paragraph.length });
  return sentences.flatMap((sentence) => divideLongSentence(paragraph, sentence));
}

/** The whole of `text` as one sentence (a table row, a code block); divided only where it is too long to quote. */
export function toOneSentence(text: string): readonly Span[] {
  const whole = trimSpan(text, { start: 0, end: text.length });
  return whole.start === whole.end ? [] : divideLongSentence(text, whole);
}

/** Searches on behind the white space each time, so that a long run of line breaks is read once only. */
function* findEndMarks(text: string): Generator<{ mark: number; gap: string; next: number }> {
  const endMark = new RegExp(END_MARK);
  const space = /\s*/y;
  for (let found = endMark.exec(text); found !== null; found = endMark.exec(text)) {
    const isLineBreak = found[0] === '\n';
    space.lastIndex = isLineBreak ? found.index : endMark.lastIndex;
    const gap = space.exec(text)?.[0] ?? '';
    const next = Math.max(space.lastIndex, endMark.lastIndex);
    yield { mark: found.index, gap, next };
    endMark.lastIndex = next;
  }
}

/** A piece without a letter or digit (`!!`, a lone emoji, `. . .`) is no sentence: the one before it takes it in. */
function addSentence(sentences: Span[], text: string, piece: Span): void {
  const sentence = trimSpan(text, piece);
  if (sentence.start === sentence.end) return;
  const previous = sentences.at(-1);
  if (previous !== undefined && !WORD_CHARACTER.test(text.slice(sentence.start, sentence.end))) {
    sentences[sentences.length - 1] = { start: previous.start, end: sentence.end };
    return;
  }
  sentences.push(sentence);
}

function trimSpan(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  return left === piece.length
    ? { start, end: start }
    : { start: start + left, end: start + piece.trimEnd().length };
}
