import type { PLAYGROUND } from '../../wording/english/playground.ts';

/** The page's own words, which stand in it as data. */
export const texts: Readonly<Record<keyof typeof PLAYGROUND.page, string>> = JSON.parse(
  document.getElementById('texts')?.getAttribute('content') ?? '',
);
