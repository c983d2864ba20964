const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An ISO date (`YYYY-MM-DD`) as people write it: `17 December 2018`. */
export function dayInWords(isoDate: string): string {
  return DAY.format(new Date(`${isoDate}T00:00:00Z`));
}

/** The dates an article tells of itself, such as `published 5 September 2008, captured 17 December 2018`; `''` where it tells none. */
export function datesInWords(dates: {
  readonly published: string | null;
  readonly captured: string | null;
}): string {
  const told: string[] = [];
  if (dates.published !== null) told.push(`published ${dayInWords(dates.published)}`);
  if (dates.captured !== null) told.push(`captured ${dayInWords(dates.captured)}`);
  return told.join(', ');
}
