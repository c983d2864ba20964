/** The English names of the days of the week. */
export const WEEKDAYS: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
  ' ',
);

/** The English names of the months. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** A pattern for the name of a month, or its abbreviation: “Sept.”. */
export const MONTH_PATTERN =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
