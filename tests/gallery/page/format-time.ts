const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** As Discord shows what was sent today; by the clock of Greenwich, so that two machines make the same page. */
export function formatTime(iso: string): string {
  return `Today at ${CLOCK.format(new Date(iso))}`;
}
