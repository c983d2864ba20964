/**
 * Words that everyday questions are made of, beside those that only shape a sentence: that a text lacks one of them does not make it a text about
 * something else.
 */
const GENERAL: ReadonlySet<string> = new Set(
  `able actually add allow allowed allows already always ask asking bad best better big bit bring broken bunch call called change
  check choose come correct currently deal decide different easy easiest enough exactly exist exists fast fastest find first fix fixed
  forgot found free full fully getting gone good great guess guys happen happening hard help helps hold important instead
  issue keep keeps kind know last later leave left like little long look looking lot lots main maybe mean mine miss missing move need needed needs
  never new next nice normal okay ok old order people person pick place please possible pretty problem problems properly
  proper put puts putting question quick quickly reason recommend recommended recommends require required right run safe see
  seem seems send set setup show shows simple sort start started starts stay still stop stopped stops stuff suddenly suppose supposed sure
  talk tell thing things think time times total tried tries trouble try trying turn usually wait want wanted wants way ways weird went wish
  wonder wondering work worked working works worth wrong`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether `folded` (see `foldWord`) says little of what a question is about; English. */
export function isGeneralWord(folded: string): boolean {
  return GENERAL.has(folded);
}
