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
import type { Message } from '../local-discord/world/messages.ts';
import type { Person } from '../local-discord/world/people.ts';
import type { Opened, Shown } from './exhibit.ts';

type CommandFields = Parameters<typeof command>[0];

interface Asking {
  readonly by?: Person;
  readonly locale?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

/** What exhibits are played on: a running bot, and members who use it. */
export class Stage {
  readonly discord: LocalDiscord;
  /** The knowledge folder. */
  readonly folder: string;
  readonly #visitors: Person[] = [];

  constructor({ discord, folder }: Pick<Scene, 'discord' | 'folder'>) {
    this.discord = discord;
    this.folder = folder;
  }

  /** Everybody that `visitor` has made. */
  get visitors(): readonly Person[] {
    return this.#visitors;
  }

  /** Somebody new, so that nobody asks too often or leans on what another exhibit has asked. */
  visitor(displayName: string): Person {
    const { member } = this.discord.people;
    // Far from the ids of the ready-made people, which count up from this one.
    const id = String(BigInt(member.id) + BigInt(1000 + this.#visitors.length));
    const person = { ...member, id, displayName, username: displayName.toLowerCase() };
    this.#visitors.push(person);
    return person;
  }

  /** `/ask question`. */
  ask(question: string, { by = this.visitor('Mia'), locale, options = {} }: Asking = {}): Promise<Shown> {
    return this.use({ name: 'ask', options: { question, ...options }, by, ...(locale ? { locale } : {}) });
  }

  /** Any chat command; the message that answers. */
  async use({ by, ...fields }: { readonly by: Person } & CommandFields): Promise<Shown> {
    const outcome = await this.discord.interact(command({ ...fields, user: by }));
    const { name, subcommand = '' } = fields;
    const above = { kind: 'command', by, command: `${name} ${subcommand}`.trimEnd() } as const;
    return { message: messageOf(outcome), above };
  }

  /** The form that a command opens. */
  async openForm(fields: CommandFields, by: Person): Promise<Opened> {
    return formOf(await this.discord.interact(command({ ...fields, user: by })));
  }

  /** Presses the button of a message that has this emoji, or this label where it has none. */
  press({ message }: Shown, sign: string, by: Person): Promise<Outcome> {
    return this.discord.interact(this.#pressing(message, sign, by));
  }

  /** The same where the first follow-up is what there is to see. */
  async pressForMore({ message }: Shown, sign: string, by: Person): Promise<Message> {
    const sent = this.discord.dispatch(this.#pressing(message, sign, by));
    const { followUps } = await sent.until((outcome) => outcome.followUps.length > 0);
    const [first] = followUps;
    if (first === undefined) throw new Error(`nothing followed ${sign}`);
    return first;
  }

  /** Picks an entry of the menu of a message, the first one being 0. */
  pick({ message }: Shown, at: number, user: Person): Promise<Outcome> {
    const parts = message.components.flatMap(({ components = [] }) => components);
    const menu = parts.find(({ options = [] }) => options.length > 0);
    const value = menu?.options?.[at]?.value;
    if (menu?.custom_id === undefined || value === undefined) throw new Error(`no menu under ${message.id}`);
    return this.discord.interact(select({ message, customId: menu.custom_id, values: [value], user }));
  }

  /** The message as it stands now. */
  now({ message, ...rest }: Shown): Shown {
    return { ...rest, message: this.discord.message(message.id) ?? message };
  }

  #pressing(message: Message, sign: string, user: Person): InteractionRequest {
    const buttons = message.components.flatMap(({ components = [] }) => components);
    const pressed = buttons.find(({ emoji, label }) => emoji?.name === sign || label === sign);
    if (pressed?.custom_id === undefined) throw new Error(`no button ${sign} under ${message.id}`);
    return button({ message, customId: pressed.custom_id, user });
  }
}

/** The message that answers an interaction. */
export function messageOf({ message, followUps }: Pick<Outcome, 'message' | 'followUps'>): Message {
  const shown = message ?? followUps[0];
  if (shown === undefined) throw new Error('nothing was answered');
  return shown;
}

/** The form that was opened. */
export function formOf({ modal: form }: Pick<Outcome, 'modal'>): Opened {
  if (form === undefined) throw new Error('no form was opened');
  return { form };
}
