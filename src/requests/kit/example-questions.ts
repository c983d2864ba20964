/** As many example questions as fit under a short text; longer ones do not fit a button. */
export const EXAMPLES = { limit: 3, maxChars: 80 };
