/** The stripe beside a card tells its kind at a glance; all are readable on light and dark. */
export const COLOURS = { answered: 0x2e9e5b, unsure: 0xd9902f, unknown: 0x7c828d, done: 0x4a6fd4 } as const;
/** The colour of `unsure` once more, as a sign: the stripe alone says nothing to whoever cannot tell it from green. */
export const UNSURE_SIGN = '🔸';
