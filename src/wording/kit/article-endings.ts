import { USUAL_ENDINGS } from '../../knowledge/formats/formats.ts';

/**
 * Lists the endings of article files as alternatives, in the language of a BCP 47 tag: “.md, .txt or .csv”.
 *
 * @param tag `en-GB` for English: `en` would put a comma before the “or”
 */
export function listArticleEndings(tag: string): string {
  return new Intl.ListFormat(tag, { type: 'disjunction' }).format(USUAL_ENDINGS);
}
