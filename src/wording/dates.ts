import type { Texts } from './kit/texts.ts';

/** Formats an ISO date (`YYYY-MM-DD`) in the language of a BCP 47 tag: `17 December 2018`, or `17 Dec 2018` in the medium style. */
export function formatDay(isoDate: string, tag: string, dateStyle: 'long' | 'medium' = 'long'): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' });
  return format.format(new Date(`${isoDate}T00:00:00Z`));
}

/** Describes the dates of an article: `published 5 September 2008, captured 17 December 2018`. Returns `''` if it has none. */
export function describeDates(
  dates: { readonly published: string | null; readonly captured: string | null },
  { tag, source }: Pick<Texts, 'tag' | 'source'>,
): string {
  const told: string[] = [];
  if (dates.published !== null) told.push(source.published({ day: formatDay(dates.published, tag) }));
  if (dates.captured !== null) told.push(source.captured({ day: formatDay(dates.captured, tag) }));
  return told.join(', ');
}

/** Formats the days from one moment to another, in milliseconds since 1970: `23 – 29 November 2026`. */
export function formatDays(fromMs: number, toMs: number, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  return format.formatRange(new Date(fromMs), new Date(toMs));
}

/** Formats a time, in milliseconds since 1970, for people in any time zone: `24 Nov 2026, 20:51 UTC`. */
export function formatMoment(ms: number, tag: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return `${format.format(new Date(ms))} UTC`;
}

/** Warns that a source of this ISO date may be outdated. Returns `''` for null. */
export function describeOutdated(
  isoDate: string | null,
  { tag, answer }: Pick<Texts, 'tag' | 'answer'>,
): string {
  return isoDate === null ? '' : `⏳ ${answer.outdated({ day: formatDay(isoDate, tag) })}`;
}
