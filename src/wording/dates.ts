import type { Texts } from './kit/texts.ts';

/** An ISO date (`YYYY-MM-DD`) as people write it in the language of this tag: `17 December 2018`. */
export function formatDay(isoDate: string, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${isoDate}T00:00:00Z`));
}

/** The dates an article tells of itself, such as `published 5 September 2008, captured 17 December 2018`; `''` where it tells none. */
export function describeDates(
  dates: { readonly published: string | null; readonly captured: string | null },
  { tag, source }: Pick<Texts, 'tag' | 'source'>,
): string {
  const told: string[] = [];
  if (dates.published !== null) told.push(source.published({ day: formatDay(dates.published, tag) }));
  if (dates.captured !== null) told.push(source.captured({ day: formatDay(dates.captured, tag) }));
  return told.join(', ');
}

/** A moment, in milliseconds since 1970, where readers in any time zone may see it: `24 Nov 2026, 20:51 UTC`. */
export function formatMoment(ms: number, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(new Date(ms))} UTC`;
}

/** That a source is of an ISO date and may no longer hold; `''` for null. */
export function describeOutdated(
  isoDate: string | null,
  { tag, answer }: Pick<Texts, 'tag' | 'answer'>,
): string {
  return isoDate === null ? '' : `⏳ ${answer.outdated({ day: formatDay(isoDate, tag) })}`;
}
