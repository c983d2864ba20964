import type { Span } from '../../text/sentences/sentences.ts';
import { MONTH_PATTERN, WEEKDAYS } from '../../text/words/word-lists.ts';

/**
 * The English names of numbers below one hundred that are one word, in rising order. The first twelve name hours, too.
 */
export const NUMBER_NAMES: readonly string[] =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety`.split(/\s+/);

/** A pattern for a year of four digits, from 1000 to 2099. */
export const YEAR = '(?:1\\d|20)\\d\\d';

const DAY = '(?:[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th)?';
const HOUR = `(?:${NUMBER_NAMES.slice(0, 12).join('|')})`;
const DATE = new RegExp(
  [
    `\\b${MONTH_PATTERN},? ${DAY}(?:\\s?[-–]\\s?${DAY})?(?:,? ${YEAR})?\\b`,
    `\\b${DAY}(?:\\s?[-–]\\s?${DAY})? (?:of )?${MONTH_PATTERN}(?:,? ${YEAR})?\\b`,
    `\\b${MONTH_PATTERN},? ${YEAR}\\b`,
    '\\b\\d{4}-\\d{2}-\\d{2}\\b',
    `\\b(?:${YEAR}|[5-9]\\d{2} (?:AD|BC|CE|BCE))(?:s\\b|\\s?[-–]\\s?\\d{2,4}\\b|\\b)(?!,\\d)`,
    '\\b\\d{1,2}(?:st|nd|rd|th) century\\b',
    `\\b\\d{1,2}(?::\\d{2}|\\.\\d{2}(?= ?[ap]\\.?m))?(?: ?[ap]\\.?m\\b\\.?| o['’]clock\\b)`,
    '\\b\\d{1,2}:\\d{2}\\b',
    `(?<=\\b(?:at|from|until|till|before|after|by) )(?:noon|midnight|${HOUR})\\b`,
    `\\b(?:${WEEKDAYS.join('|')})s?\\b`,
    `(?<=\\b(?:in|since|until|every|of) )${MONTH_PATTERN}`,
  ].join('|'),
  'g',
);

const NUMBER_WORD = `(?:${NUMBER_NAMES.join('|')}|hundred|thousand|million|billion|dozen)`;
const NUMBER = new RegExp(
  `(?:\\b\\d+(?:[.,]\\d+)*(?: (?:thousand|million|billion|trillion))?(?![\\w-])|\\b${NUMBER_WORD}(?:[ -]${NUMBER_WORD})*\\b)`,
  'gi',
);
const AMOUNT = new RegExp(
  [
    '[$€£¥]\\s?\\d+(?:[.,]\\d+)*(?: (?:thousand|million|billion|trillion))?',
    `(?:\\b\\d+(?:[.,]\\d+)*|\\b${NUMBER_WORD}(?:[ -]${NUMBER_WORD})*)(?: (?:thousand|million|billion))?\\s?(?:%|percent\\b|per cent\\b|°[CF]?|(?:k|c|m)?m\\b|(?:kilo|centi|milli)?met(?:re|er)s?\\b|lit(?:re|er)s?\\b|(?:kilo)?grams?\\b|[KMGT]i?B\\b|km²|kg\\b|tons?\\b|tonnes?\\b|miles?\\b|f(?:ee|oo)t\\b|inch(?:es)?\\b|acres?\\b|years?\\b|months?\\b|weeks?\\b|days?\\b|hours?\\b|minutes?\\b|seconds?\\b|dollars?\\b|euros?\\b|pounds?\\b|rubles?\\b)`,
  ].join('|'),
  'gi',
);

/** What precedes a year: a word of time, or a bracket. */
const BEFORE_A_YEAR =
  /(?:\b(?:in|since|by|from|until|till|of|during|before|after|between|and|to|year|circa) |[(–-] ?)$/i;

/** A capitalised word, or several in a row, which “of” or “the” may join. */
const NAME = /\p{Lu}[\p{L}\p{M}’'.-]*(?: (?:(?:of|the|de|von|van) )*\p{Lu}[\p{L}\p{M}’'-]*)*/gu;

/** Finds dates and years in reading order. Ranges such as `4-5` or `1914–18` are one span. */
export function findDates(text: string): readonly Span[] {
  return collect(text, DATE);
}

/** Finds numbers in digits and in English words, in reading order, without parts of dates. */
export function findNumbers(text: string): readonly Span[] {
  const dates = findDates(text).filter((date) => !isCount(text, date));
  return collect(text, NUMBER).filter((number) => !dates.some((date) => overlaps(date, number)));
}

/** Finds sums of money, shares, measures and durations with their unit, in reading order. */
export function findAmounts(text: string): readonly Span[] {
  return collect(text, AMOUNT);
}

/** Finds what looks like a name, in reading order: several capitalised words, or one that does not begin the text. */
export function findNames(text: string): readonly Span[] {
  return collect(text, NAME).filter(
    ({ start, end }) => (start > 0 && end - start > 1) || text.slice(start, end).includes(' '),
  );
}

/**
 * Returns whether four digits are a count, as in “1500 members”. They are a year only if the words before them say so, or within a longer
 * date.
 */
function isCount(text: string, { start, end }: Span): boolean {
  return (
    /^\d{4}$/.test(text.slice(start, end)) && !BEFORE_A_YEAR.test(text.slice(Math.max(0, start - 12), start))
  );
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function collect(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), (found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}
