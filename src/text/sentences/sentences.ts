import { isAbbreviation } from './abbreviations.ts';
import { divideLongSentence, EXTENDS_CHARACTER } from './long-sentences.ts';

/** A stretch of a text in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A possible end of a sentence: a line break, or terminal punctuation of any script. The end includes quotes and
 * brackets that close right after it, note marks (`.[5]`) and French `. »`. Every part is bounded: with `*`, five
 * million accents in a row overflowed the stack of the regular expression.
 */
const END_MARK =
  /[\p{Sentence_Terminal}…](?:[\p{Sentence_Terminal}…\p{Pe}\p{Pf}"']|\p{Pi}(?=[\s\p{P}]|$)){0,40}(?:\[[^[\]]{1,30}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]){0,8}(?:[ \u00a0\u202f]»(?=[\s\p{P}]|$)[.!?…]?)?|\n/gu;

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * Splits one paragraph into its sentences, in order, without surrounding white space; `[]` for a blank one. Every
 * character except white space is in exactly one sentence. A single line break counts as a space; a blank line ends a
 * sentence. No sentence is longer than `MAX_SENTENCE_CHARS`. Takes linear time and never throws. Gives the same result
 * on every system, because it uses only Unicode's character classes, not the data of the installed ICU.
 *
 * `Intl.Segmenter`, with its pieces joined again, was tried and rejected. It took 11 s on a paragraph of 50,000 short
 * sentences (quadratic on Node 20). Its rules change with the ICU of each Node release, and with them the ids of the
 * facts. It also cuts `proved.[5] Next` after the bracket.
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

/**
 * Returns the whole of `text` as one sentence, for a table row or a code block. Divides it only where it is too long.
 */
export function toOneSentence(text: string): readonly Span[] {
  const whole = trimSpan(text, { start: 0, end: text.length });
  return whole.start === whole.end ? [] : divideLongSentence(text, whole);
}

/**
 * Finds possible ends of sentences. Each search continues after the white space, so that a long run of line breaks is
 * read only once.
 */
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

/** Adds a sentence. A piece without a letter or digit (`!!`, a lone emoji, `. . .`) joins the sentence before it. */
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

/** A position in a text where a sentence may end. */
interface Candidate {
  readonly text: string;
  /** The start of the sentence that may end here. */
  readonly start: number;
  /** The position of the mark, and the position of the text after it, after its closing quotes and white space. */
  readonly mark: number;
  readonly next: number;
  readonly gap: string;
  /** False for a text in small letters or in a script without capitals, where no capital can signal a new sentence. */
  readonly hasCapitals: boolean;
}

const LOOK_BACK_CHARS = 48;
/** Marks that end a sentence without a following space. */
const WIDE_MARK = /^[。．！？｡︒﹒﹖﹗]/u;
const ONLY_DOTS = /^(?:\.{2}|…)/u;
/** Characters before the first word of a sentence: dialogue dashes, opening quotes and brackets, Spanish ¿ and ¡. */
const OPENERS = /^[\p{Ps}\p{Pi}\p{Pf}\p{Pd}"'¿¡*•\s]{0,12}/u;
/** Text that continues a sentence: a small letter (but not iPhone or mRNA), or a mark that needs text before it. */
const GOES_ON = /^(?:\p{Ll}(?!\p{Ll}{0,3}\p{Lu})|[,;:/&%)\]}»])/u;
const MARK_THAT_GOES_ON = /^[,;:/&%)\]}»]/u;

/** Returns whether the sentence ends at this candidate. Examines a limited stretch on each side. */
function endsSentence(candidate: Candidate): boolean {
  const { text, mark, next, gap, hasCapitals } = candidate;
  const ahead = text.slice(next, next + 48);
  if (ahead === '' || EXTENDS_CHARACTER.test(ahead)) return false;
  if (hasBlankLine(gap)) return true;
  const end = text.slice(mark, mark + 48);
  if (end.startsWith('\n')) return false;
  if (gap === '' && !WIDE_MARK.test(end)) return false;
  const rest = ahead.replace(OPENERS, '');
  if ((hasCapitals ? GOES_ON : MARK_THAT_GOES_ON).test(rest)) return false;
  if (ONLY_DOTS.test(end)) return !isOmission(text, mark);
  return !end.startsWith('.') || endsAtFullStop(candidate, rest);
}

function hasBlankLine(gap: string): boolean {
  const first = gap.indexOf('\n');
  return first !== -1 && gap.includes('\n', first + 1);
}

/**
 * Returns whether dots replace omitted words, as in `[…]` and ` ... `, so that the sentence continues. Dots right after
 * a word are a pause that ends it.
 */
function isOmission(text: string, mark: number): boolean {
  return mark === 0 || /[\s[(]/.test(text.charAt(mark - 1));
}

function endsAtFullStop({ text, start, mark }: Candidate, rest: string): boolean {
  if (rest.startsWith('.')) return false;
  const before = text.slice(Math.max(start, mark - LOOK_BACK_CHARS), mark);
  // `. . .` replaces omitted words. A single ` . ` is the full stop of a text that a program split into words.
  if (/^\s*$|\.\s+$/.test(before)) return false;
  return !isAbbreviation({ before, startsSentence: mark - start <= LOOK_BACK_CHARS, rest });
}
