import type { Scene } from '../end-to-end/scene.ts';
import type { Outcome } from '../local-discord/interactions/exchange.ts';
import {
  button,
  command,
  type InteractionRequest,
  type OptionValue,
  select,
} from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { listComponents } from '../local-discord/rules/component-tree.ts';
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';
import type { OpenedForm, ShownMessage } from './exhibit.ts';

type CommandFields = Parameters<typeof command>[0];

interface AskOptions {
  readonly by?: Person;
  readonly locale?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** A running bot and the members who use it, for exhibits to play on. */
export class Stage {
  readonly discord: LocalDiscord;
  /** The knowledge folder. */
  readonly folder: string;
  readonly #visitors: Person[] = [];

  constructor({ discord, folder }: Pick<Scene, 'discord' | 'folder'>) {
    this.discord = discord;
    this.folder = folder;
  }

  /** Everybody that `addVisitor` has added. */
  get visitors(): readonly Person[] {
    return this.#visitors;
  }

  /** Adds a new member, so that nobody asks too often, and no question is a follow-up of another exhibit's. */
  addVisitor(displayName: string): Person {
    const { member } = this.discord.people;
    // Far from the ids of the ready-made people, which count up from this one.
    const id = String(BigInt(member.id) + BigInt(1000 + this.#visitors.length));
    const person = { ...member, id, displayName, username: displayName.toLowerCase() };
    this.#visitors.push(person);
    return person;
  }

  /** Runs `/ask` with the question and returns the message that answers. */
  ask(
    question: string,
    { by = this.addVisitor('Mia'), locale, options = {} }: AskOptions = {},
  ): Promise<ShownMessage> {
    return this.runCommand({
      name: 'ask',
      options: { question, ...options },
      by,
      ...(locale ? { locale } : {}),
    });
  }

  /** Runs a chat command and returns the message that answers. */
  async runCommand({ by, ...fields }: { readonly by: Person } & CommandFields): Promise<ShownMessage> {
    const outcome = await this.discord.interact(command({ ...fields, user: by }));
    const { name, subcommand = '' } = fields;
    const above = { kind: 'command', by, command: `${name} ${subcommand}`.trimEnd() } as const;
    return { message: requireMessage(outcome), above };
  }

  /** Runs a chat command and returns the form that it opens. */
  async openForm(fields: CommandFields, by: Person): Promise<OpenedForm> {
    return requireForm(await this.discord.interact(command({ ...fields, user: by })));
  }

  /** Presses the button of a message with this emoji or label. */
  press({ message }: ShownMessage, sign: string, by: Person): Promise<Outcome> {
    return this.discord.interact(this.#buildPress(message, sign, by));
  }

  /** Presses *More…* under an answer and returns the panel that opens. */
  async openOptions(answer: ShownMessage, by: Person): Promise<ShownMessage> {
    const message = requireMessage(await this.press(answer, 'More…', by));
    return { message, above: { kind: 'reply', to: answer.message } };
  }

  /** Presses a button and returns the first follow-up. */
  async pressForMore({ message }: ShownMessage, sign: string, by: Person): Promise<Message> {
    const sent = this.discord.dispatch(this.#buildPress(message, sign, by));
    const { followUps } = await sent.until((outcome) => outcome.followUps.length > 0);
    const [first] = followUps;
    if (first === undefined) throw new Error(`nothing followed ${sign}`);
    return first;
  }

  /** Picks an entry of the menu of a message, by index from 0. */
  pick({ message }: ShownMessage, at: number, user: Person): Promise<Outcome> {
    const parts = listComponents(message.components).map(({ component }) => component);
    const menu = parts.find(({ options = [] }) => options.length > 0);
    const value = menu?.options?.[at]?.value;
    if (menu?.custom_id === undefined || value === undefined) throw new Error(`no menu under ${message.id}`);
    return this.discord.interact(select({ message, customId: menu.custom_id, values: [value], user }));
  }

  /** Returns the message in its present state. */
  refresh({ message, ...rest }: ShownMessage): ShownMessage {
    return { ...rest, message: this.discord.findMessage(message.id) ?? message };
  }

  #buildPress(message: Message, sign: string, user: Person): InteractionRequest {
    const buttons = listComponents(message.components).map(({ component }) => component);
    const pressed = buttons.find(({ emoji, label }) => emoji?.name === sign || label === sign);
    if (pressed?.custom_id === undefined) throw new Error(`no button ${sign} under ${message.id}`);
    return button({ message, customId: pressed.custom_id, user });
  }
}

/** Returns the message that answers an interaction. */
export function requireMessage({ message, followUps }: Pick<Outcome, 'message' | 'followUps'>): Message {
  const shown = message ?? followUps[0];
  if (shown === undefined) throw new Error('nothing was answered');
  return shown;
}

/** Returns the form that was opened. */
export function requireForm({ modal: form }: Pick<Outcome, 'modal'>): OpenedForm {
  if (form === undefined) throw new Error('no form was opened');
  return { form };
}
