/** Colours of the stripe beside a card, one for each kind of card; all are visible on light and dark themes. */
export const COLOURS = { answered: 0x2e9e5b, unsure: 0xd9902f, unknown: 0x7c828d, done: 0x4a6fd4 } as const;
/** The colour of `unsure` as an emoji, for readers who cannot tell its stripe from the green one. */
export const UNSURE_SIGN = '🔸';
