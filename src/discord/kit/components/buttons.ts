import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
  type Message,
} from 'discord.js';
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
