/**
 * Words that everyday questions are made of, beside those that only shape a sentence: that a text lacks one of them does not make it a text about
 * something else.
 */
const GENERAL: ReadonlySet<string> = new Set(
  `able actually allow allowed allows already always ask asking come decide enough exactly exist exists find fully getting gone good
  great guess guys happen happening help helps important keep keeps kind know like long look looking lot lots maybe mean mine miss
  missing move need needed needs never okay ok pick please possible pretty properly proper put puts putting quickly recommend
  recommended recommends require required right see seem seems still stuff suddenly suppose supposed sure talk tell thing things
  think tried tries try trying usually wait want wanted wants way ways wish wonder wondering work worked working works`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether `folded` (see `foldWord`) says little of what a question is about; English. */
export function isGeneralWord(folded: string): boolean {
  return GENERAL.has(folded);
}
