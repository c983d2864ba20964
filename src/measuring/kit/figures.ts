/** Stands in a table where there is no figure. */
export const NO_FIGURE = '–';

/** Formats to about three digits, with a comma between thousands: 1,234 · 12.3 · 1.23 · 0.012. */
export function formatFigure(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return NO_FIGURE;
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Formats how many times `part` goes into `whole`; {@link NO_FIGURE} where either is unknown, or `part` is 0. */
export function formatRatio(whole: number | null, part: number | null): string {
  return whole === null || part === null || part === 0 ? NO_FIGURE : `${formatFigure(whole / part)}×`;
}

/** Formats a share from 0 to 1 with one decimal. */
export function formatPercent(share: number | null): string {
  return share === null ? NO_FIGURE : `${(100 * share).toFixed(1)} %`;
}

export function formatDecimals(value: number | null, digits: number): string {
  return value === null ? NO_FIGURE : value.toFixed(digits);
}

/** Formats a whole number with a comma between thousands. */
export function formatCount(value: number | null): string {
  return value === null ? NO_FIGURE : value.toLocaleString('en');
}

/** Formats with one decimal below 100 ms. No times, and so no quantile of them, count as 0. */
export function formatMilliseconds(value: number): string {
  return Number.isNaN(value) ? '0.0' : value.toFixed(value < 100 ? 1 : 0);
}
