import type { SynonymSuggestion } from '../../../answering/suggest-synonyms.ts';
import type { Alias } from '../../../knowledge/article/article.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { COMPONENT_LIMITS } from '../limits.ts';
import type { ComponentRow } from '../replies.ts';
import { buildSelectMenu, fitOption } from './select-menu.ts';

/** The name of the menu in its custom id. */
export const SYNONYM_MENU = 'synonym-add';
/** No word contains this character. */
const BETWEEN = '=';

/** Builds a menu of synonyms to choose from, each with one tap. Returns nothing where none is suggested. */
export function buildSynonymMenu(
  suggestions: readonly SynonymSuggestion[],
  { menus, synonyms }: Texts,
): readonly ComponentRow[] {
  const options = suggestions.flatMap(({ word, meanings }) =>
    meanings.flatMap((meaning) => {
      const value = [word, meaning].join(BETWEEN);
      return value.length > COMPONENT_LIMITS.optionText
        ? []
        : [{ label: fitOption(synonyms.option({ word, meaning })), value }];
    }),
  );
  return options.length === 0
    ? []
    : [buildSelectMenu({ component: SYNONYM_MENU, argument: '' }, { options, placeholder: menus.synonyms })];
}

/** Parses what a client sends back for an option of the menu. A forged one gives other words, which are checked like typed ones. */
export function parseSynonym(value: string): Alias {
  const [short = '', ...long] = value.split(BETWEEN);
  return { short, long: long.join(BETWEEN) };
}
