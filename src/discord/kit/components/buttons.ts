import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  type Message,
} from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { type CustomId, decodeCustomId, encodeCustomId } from '../custom-id.ts';
import { COMPONENT_LIMITS } from '../limits.ts';
import type { ComponentRow } from '../replies.ts';

export interface ButtonLook {
  /** May be left out where an emoji says it all. */
  readonly label?: string | undefined;
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
    ...(label === undefined ? {} : { label }),
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

/** Returns the components with a button added to the last row, or in a row of its own where that one is full. */
export function addButton(
  components: readonly APIMessageTopLevelComponent[],
  button: APIButtonComponent,
): readonly APIMessageTopLevelComponent[] {
  const last = components.at(-1);
  if (last?.type !== ComponentType.ActionRow || last.components.length >= COMPONENT_LIMITS.buttonsInRow)
    return [...components, ...buildButtonRows([button])];
  return [...components.slice(0, -1), { ...last, components: [...last.components, button] }];
}

type ChangeButton = (
  id: CustomId,
  shown: APIButtonComponentWithCustomId,
) => APIButtonComponentWithCustomId | null;

/**
 * Returns the components of a message, cards included, with each of our buttons replaced by what `change` returns, or removed when that is
 * null. A row that loses its last button is removed with it; a section that loses its button leaves its text.
 */
export function changeButtons(
  { components }: Message,
  change: ChangeButton,
): readonly APIMessageTopLevelComponent[] {
  return components.flatMap((component): readonly APIMessageTopLevelComponent[] => {
    const shown = component.toJSON();
    if (shown.type !== ComponentType.Container) return changePart(shown, change);
    return [{ ...shown, components: shown.components.flatMap((part) => changePart(part, change)) }];
  });
}

/** Lists the decoded custom ids of our buttons on a message, cards included, in the order in which they are shown. */
export function listButtonIds(message: Message): readonly CustomId[] {
  const ids: CustomId[] = [];
  changeButtons(message, (id, shown) => {
    ids.push(id);
    return shown;
  });
  return ids;
}

function changePart(part: APIComponentInContainer, change: ChangeButton): readonly APIComponentInContainer[] {
  if (part.type === ComponentType.ActionRow) {
    const components = part.components.flatMap((each) => changeComponent(each, change) ?? []);
    return components.length === 0 ? [] : [{ ...part, components }];
  }
  if (part.type !== ComponentType.Section || part.accessory.type !== ComponentType.Button) return [part];
  const accessory = changeComponent(part.accessory, change);
  return accessory === null ? part.components : [{ ...part, accessory }];
}

function changeComponent<Component extends APIComponentInMessageActionRow>(
  component: Component,
  change: ChangeButton,
): Component | APIButtonComponentWithCustomId | null {
  if (component.type !== ComponentType.Button || !('custom_id' in component)) return component;
  const id = decodeCustomId(component.custom_id);
  return id === null ? component : change(id, component);
}

/** Builds the buttons that turn the pages of a list, numbered from 0 to `last`. Each button carries the page that it leads to. */
export function buildPagerRow(
  component: string,
  { number, last }: { readonly number: number; readonly last: number },
  { buttons }: Texts,
): APIActionRowComponent<APIButtonComponent> {
  const turnTo = (label: string, target: number): APIButtonComponent => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: encodeCustomId({ component, argument: String(target) }),
  });
  return {
    type: ComponentType.ActionRow,
    components: [
      { ...turnTo(buttons.previous, Math.max(0, number - 1)), disabled: number === 0 },
      { ...turnTo(buttons.next, number + 1), disabled: number === last },
    ],
  };
}

/** Parses the page number that a client sends back; anything else gives the first page, 0. */
export function parsePage(argument: string): number {
  return /^\d{1,6}$/.test(argument) ? Number(argument) : 0;
}
