import type { Dispatched } from '../local-discord/interactions/dispatch.ts';
import { button, command, type InteractionRequest, select } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import type { ComponentView } from '../local-discord/rules/body-views.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import { componentType } from '../local-discord/wire-values.ts';
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';

type Press = Pick<Extract<InteractionRequest, { kind: 'button' }>, 'user' | 'roles' | 'locale' | 'channel'>;

/** A question with an answer of two matches and more. */
export const MEETING = 'When was the meeting held?';

/** `/ask`, with what else it takes. */
export function ask(
  question: string,
  options: Readonly<Record<string, boolean | Person>> = {},
): InteractionRequest {
  return command({ name: 'ask', options: { question, ...options } });
}

/** What the bot has posted in answer; fails where there is nothing. */
export function shown({ message }: { readonly message: Message | undefined }): Message {
  if (message === undefined) throw new Error('the bot has shown no message');
  return message;
}

/** All that a member reads in a message, its buttons left out. */
export function textOf(message: Message | undefined): string {
  if (message === undefined) return '';
  const texts = listComponents(message.components).flatMap(({ component: { content } }) => content ?? []);
  return JSON.stringify([message.content, message.embeds, ...texts]);
}

/** The words of a message as the bot has sent them, each of its texts on lines of its own. */
export function wordsOf(message: Message | undefined): string {
  const texts = listComponents(message?.components ?? []).flatMap(
    ({ component: { content } }) => content ?? [],
  );
  return [message?.content ?? '', ...texts].filter((text) => text !== '').join('\n');
}

/** The labels of the buttons of a message, in their order; of a button without one, its emoji. */
export function labelsOf({ components }: Pick<Message, 'components'>): readonly string[] {
  return buttonsOf(components).map(({ label, emoji }) => label ?? emoji?.name ?? '');
}

/** What the button of this label, or of this emoji, carries. */
export function customIdOf({ components }: Pick<Message, 'components'>, label: string): string {
  const found = buttonsOf(components).find((each) => each.label === label || each.emoji?.name === label);
  if (found?.custom_id === undefined)
    throw new Error(`no button ${label} among ${labelsOf({ components }).join(', ')}`);
  return found.custom_id;
}

/** Somebody, the member unless told, presses the button of this label as the message now stands. */
export function press(message: Message, label: string, by: Press = {}) {
  return button({ message, customId: customIdOf(message, label), ...by });
}

/** Somebody presses the last button of this label. */
export function pressLast(message: Message, label: string, by: Press = {}) {
  const found = buttonsOf(message.components).findLast((each) => each.label === label);
  return button({ message, customId: found?.custom_id ?? '', ...by });
}

/** What *More…* under an answer shows: the text around the passage, and the buttons that few need. */
export async function optionsOf(discord: LocalDiscord, answer: Message, by: Press = {}): Promise<Message> {
  return shown(await discord.interact(press(answer, 'More…', by)));
}

/** Opens the options of a private answer and presses *Share*. */
export async function share(discord: LocalDiscord, answer: Message, by: Press = {}): Promise<Dispatched> {
  return discord.dispatch(press(await optionsOf(discord, answer, by), 'Share', by));
}

/** The message as it stands now, which has to be there. */
export function now(discord: LocalDiscord, { id }: Message): Message {
  return shown({ message: discord.findMessage(id) });
}

/** The menu under a message. */
export function menuOf({ components }: Message): ComponentView {
  const menu = listComponents(components).find(({ component }) => component.options !== undefined)?.component;
  if (menu === undefined) throw new Error('there is no menu under the message');
  return menu;
}

/** Somebody picks the match at this place of the menu. */
export function pick(message: Message, at: number, by: Press = {}) {
  const { custom_id: customId = '', options = [] } = menuOf(message);
  return select({ message, customId, values: [options[at]?.value ?? ''], ...by });
}

/** What the bot has posted by itself, not in answer to an interaction. */
export function posted({ requests }: LocalDiscord): number {
  return requests.filter(({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages/.test(path))
    .length;
}

function buttonsOf(components: readonly ComponentView[]): readonly ComponentView[] {
  return listComponents(components)
    .map(({ component }) => component)
    .filter(({ type }) => type === componentType.button);
}
