import { isAbbreviation } from './abbreviations.ts';
import { EXTENDS_CHARACTER } from './long-sentences.ts';

/** A position in a text where a sentence may end. */
export interface Candidate {
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

/** Tells whether the sentence ends at this candidate. Examines a limited stretch on each side. */
export function endsSentence(candidate: Candidate): boolean {
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
 * Tells whether dots replace omitted words, as in `[…]` and ` ... `, so that the sentence continues. Dots right after
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
