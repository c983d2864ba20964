/**
 * The English names of numbers below one hundred that are one word, in rising order. The first twelve name hours, too.
 */
export const NUMBER_NAMES: readonly string[] =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty thirty forty fifty sixty seventy eighty ninety`.split(/\s+/);

/** A pattern for a year of four digits, from 1000 to 2099. */
export const YEAR = '(?:1\\d|20)\\d\\d';
