/** To three digits or so, thousands parted: 1,234 · 12.3 · 1.23 · 0.012; “–” where there is none. */
export function figure(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** How many times `part` goes into `whole`; “–” where one of them is not known, or there is nothing to divide by. */
export function times(whole: number | null, part: number | null): string {
  return whole === null || part === null || part === 0 ? '–' : `${figure(whole / part)}×`;
}
