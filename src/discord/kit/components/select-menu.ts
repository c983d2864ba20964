import { type APISelectMenuOption, ComponentType } from 'discord.js';
import type { FoundPassage } from '../../../serving/asking/found-passages.ts';

import { toPrintable } from '../../../text/layout/printable.ts';
import { joinLead, shorten } from '../../../text/layout/shorten.ts';
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
