import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  type Message,
} from 'discord.js';
import type { FoundPassage } from '../../../serving/asking/found-passages.ts';
import { toPrintable } from '../../../text/layout/printable.ts';
import { joinLead, shorten } from '../../../text/layout/shorten.ts';
import { type CustomId, decodeCustomId, encodeCustomId } from '../custom-id.ts';
import { COMPONENT_LIMITS } from '../limits.ts';
import type { ComponentRow } from '../replies.ts';

export interface ButtonLook {
  readonly label: string;
  readonly emoji?: string;
  readonly style?: APIButtonComponentWithCustomId['style'];
}

/** Builds a button that the component named in its custom id handles. */
export function buildButton(
  id: CustomId,
  { label, emoji, style = ButtonStyle.Secondary }: ButtonLook,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style,
    label,
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
    custom_id: encodeCustomId(id),
  };
}

/** Distributes buttons over rows of at most five. */
export function buildButtonRows(buttons: readonly APIButtonComponent[]): readonly ComponentRow[] {
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let from = 0; from < buttons.length; from += COMPONENT_LIMITS.buttonsInRow) {
    const components = buttons.slice(from, from + COMPONENT_LIMITS.buttonsInRow);
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows;
}

/** Returns the rows under a message with each of our buttons replaced by what `change` returns, or removed when that is null. */
export function changeButtons(
  { components }: Message,
  change: (id: CustomId, shown: APIButtonComponentWithCustomId) => APIButtonComponentWithCustomId | null,
): readonly ComponentRow[] {
  const changeComponent = (
    component: APIComponentInMessageActionRow,
  ): readonly APIComponentInMessageActionRow[] => {
    if (component.type !== ComponentType.Button || !('custom_id' in component)) return [component];
    const id = decodeCustomId(component.custom_id);
    if (id === null) return [component];
    const changed = change(id, component);
    return changed === null ? [] : [changed];
  };
  return components.flatMap((row) => {
    if (row.type !== ComponentType.ActionRow) return [];
    const remaining = row.toJSON().components.flatMap(changeComponent);
    return remaining.length === 0 ? [] : [{ type: row.type, components: remaining }];
  });
}

/** Returns the rows with one value selected in the menu that has this custom id. */
export function selectOption(
  rows: readonly ComponentRow[],
  customId: string,
  value: string,
): readonly ComponentRow[] {
  const select = (component: APIComponentInMessageActionRow): APIComponentInMessageActionRow => {
    if (component.type !== ComponentType.StringSelect || component.custom_id !== customId) return component;
    const options = component.options.map((option) => ({ ...option, default: option.value === value }));
    return { ...component, options };
  };
  return rows.map((row) => ({ ...row, components: row.components.map(select) }));
}

/** Builds a menu of matches, with the ids of their facts as values; matches beyond Discord's 25 options are left out. */
export function buildMatchMenu(
  id: CustomId,
  {
    found,
    shown,
    placeholder,
  }: {
    readonly found: readonly FoundPassage[];
    /** The id of the fact that the card shows, if it is one of the matches. */
    readonly shown?: string | undefined;
    readonly placeholder: string;
  },
): ComponentRow {
  const options = found.slice(0, COMPONENT_LIMITS.options).map(({ fact, passage: { article }, words }) => ({
    label: fitOption(joinLead(words, COMPONENT_LIMITS.optionText)) || '…',
    description: fitOption([article.title, ...fact.headings].join(' › ')) || '…',
    value: fact.id,
    ...(fact.id === shown ? { default: true } : {}),
  }));
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId(id),
    placeholder,
    options,
  };
  return { type: ComponentType.ActionRow, components: [menu] };
}

function fitOption(text: string): string {
  return shorten(toPrintable(text).trim(), COMPONENT_LIMITS.optionText);
}
