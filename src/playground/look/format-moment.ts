const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const AGO = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

/** Formats a moment in a text, as the client shows `<t:…:f>` and `<t:…:R>`; what the cards tell of is minutes old at most. */
export function formatMoment(
  at: number,
  { isRelative, now }: { readonly isRelative: boolean; readonly now: number },
): string {
  if (!isRelative) return MOMENT.format(new Date(at));
  const seconds = Math.max(1, Math.round((now - at) / 1000));
  return seconds < 60 ? AGO.format(-seconds, 'second') : AGO.format(-Math.round(seconds / 60), 'minute');
}
