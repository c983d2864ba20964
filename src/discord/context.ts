import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Logger } from 'pino';
import type { ServedKnowledge } from '../requests/served-knowledge.ts';
import type { Texts } from '../wording/texts.ts';

/** What every command works with. */
export interface BotContext {
  readonly knowledge: ServedKnowledge;
  readonly log: Logger;
  readonly now: () => number;
  /** A short id for the log and the member, to find the one by the other. */
  readonly newErrorId: () => string;
}

/** The same for one interaction: its texts are in the language of who acts, of the server where that is not spoken. */
export interface Call extends BotContext {
  readonly texts: Texts;
}

/** A chat command: what Discord is told of it, and what it does. */
export interface Command {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Throws what it likes: the boundary round every interaction answers for it. */
  readonly run: (interaction: ChatInputCommandInteraction, call: Call) => Promise<void>;
}

/** A button by the name in its custom id. */
export interface Component {
  readonly name: string;
  readonly run: (interaction: ButtonInteraction, argument: string, call: Call) => Promise<void>;
}
