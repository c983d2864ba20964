import { type APISelectMenuOption, ComponentType } from 'discord.js';
import type { SynonymSuggestion } from '../../../answering/suggest-synonyms.ts';
import type { Alias } from '../../../knowledge/article/article.ts';
import type { FoundPassage } from '../../../serving/asking/found-passages.ts';
import { joinLead, shorten, toPrintable } from '../../../text/layout/printable.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { type CustomId, encodeCustomId } from '../custom-id.ts';
import { COMPONENT_LIMITS } from '../limits.ts';
import type { ComponentRow } from '../replies.ts';

/** Builds a menu that the component named in its custom id handles; options beyond Discord's 25 are left out. */
export function buildSelectMenu(
  id: CustomId,
  {
    options,
    placeholder,
  }: { readonly options: readonly APISelectMenuOption[]; readonly placeholder: string },
): ComponentRow {
  const menu = {
    type: ComponentType.StringSelect as const,
    custom_id: encodeCustomId(id),
    placeholder,
    options: options.slice(0, COMPONENT_LIMITS.options),
  };
  return { type: ComponentType.ActionRow, components: [menu] };
}

/** Fits a text into an option of a menu: on one line, without control characters, of at most 100 characters. */
export function fitOption(text: string): string {
  return shorten(toPrintable(text).trim(), COMPONENT_LIMITS.optionText);
}

/** Builds a menu of matches, with the ids of their facts as values; matches beyond Discord's 25 options are left out. */
export function buildMatchMenu(
  id: CustomId,
  { found, placeholder }: { readonly found: readonly FoundPassage[]; readonly placeholder: string },
): ComponentRow {
  const options = found.map(({ fact, passage: { article }, words }) => ({
    label: fitOption(joinLead(words, COMPONENT_LIMITS.optionText)) || '…',
    description: fitOption([article.title, ...fact.headings].join(' › ')) || '…',
    value: fact.id,
  }));
  return buildSelectMenu(id, { options, placeholder });
}

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
