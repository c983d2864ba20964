import { isAbbreviation } from './abbreviations.ts';
import { EXTENDS_CHARACTER } from './sentences-length.ts';

/** A place in a text where a sentence may end. */
export interface Candidate {
  readonly text: string;
  /** Where the sentence that may end here begins. */
  readonly start: number;
  /** Where the mark stands, and where the text goes on behind it, its closing quotes and the white space. */
  readonly mark: number;
  readonly next: number;
  readonly gap: string;
  /** False for a text in small letters or in a script without capitals, where no capital can be waited for. */
  readonly hasCapitals: boolean;
}

const LOOK_BACK_CHARS = 48;
/** Marks that end a sentence without a space after them. */
const WIDE_MARK = /^[。．！？｡︒﹒﹖﹗]/u;
const ONLY_DOTS = /^(?:\.{2}|…)/u;
/** What may stand before a sentence's first word: dialogue dashes, opening quotes and brackets, Spanish ¿ and ¡. */
const OPENERS = /^[\p{Ps}\p{Pi}\p{Pf}\p{Pd}"'¿¡*•\s]{0,12}/u;
/** Goes on in the middle: a small letter (but not iPhone or mRNA), or a mark that needs something before it. */
const GOES_ON = /^(?:\p{Ll}(?!\p{Ll}{0,3}\p{Lu})|[,;:/&%)\]}»])/u;
const MARK_THAT_GOES_ON = /^[,;:/&%)\]}»]/u;

/** Whether the sentence ends at this candidate; looks at a bounded stretch on each side of it. */
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

/** `[…]` and ` ... ` stand for words left out; the sentence goes on. Dots behind a word are a pause that ends it. */
function isOmission(text: string, mark: number): boolean {
  return mark === 0 || /[\s[(]/.test(text.charAt(mark - 1));
}

function endsAtFullStop({ text, start, mark }: Candidate, rest: string): boolean {
  if (rest.startsWith('.')) return false;
  const before = text.slice(Math.max(start, mark - LOOK_BACK_CHARS), mark);
  // `. . .` leaves words out; a lone ` . ` is the full stop of a text that was cut into words by a machine.
  if (/^\s*$|\.\s+$/.test(before)) return false;
  return !isAbbreviation({ before, startsSentence: mark - start <= LOOK_BACK_CHARS, rest });
}
