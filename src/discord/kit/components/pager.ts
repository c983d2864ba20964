import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from 'discord.js';
import type { Texts } from '../../../wording/kit/texts.ts';
import { encodeCustomId } from '../custom-id.ts';

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
