import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Answering } from '../../requests/asking/answer-member.ts';
import type { Cooldown } from '../../requests/kit/cooldown.ts';
import type { ModerationDeps } from '../../requests/kit/moderation-deps.ts';
import type { Refreshes } from '../../requests/refreshing/refreshes.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Phrasings } from '../../serving/phrasings.ts';
import type { Texts } from '../../wording/kit/texts.ts';

/** What every command works with. */
export interface BotContext extends Answering, ModerationDeps {
  readonly knowledge: KnowledgeService;
  /** What changes the articles of the folder, which answer in all servers. */
  readonly refreshes: Refreshes;
  /** The servers whose moderators look after those articles; null where none is named. */
  readonly keeperGuildIds: readonly string[] | null;
  readonly phrasings: Phrasings;
  readonly log: Logger;
  /** Milliseconds of a clock that only goes forward. */
  readonly nowMs: () => number;
  /** How often each member may call people. */
  readonly callCooldown: Cooldown;
  /** A short id for the log and the member, to find the one by the other. */
  readonly newErrorId: () => string;
}

/** The same for one interaction: its texts are in the language of who acts, of the server where that is not spoken. */
export interface RequestContext extends BotContext {
  readonly texts: Texts;
}

/** What an interaction sets off. It throws what it likes: the boundary round every interaction answers for it. */
type Handler<Interaction> = (interaction: Interaction, context: RequestContext) => Promise<void>;
/** The same with what the button or menu carries, which comes back from a client: read it as a stranger's text. */
type ComponentHandler<Interaction> = (
  interaction: Interaction,
  argument: string,
  context: RequestContext,
) => Promise<void>;

/** A chat command: what Discord is told of it, and what it does. */
export interface Command {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly run: Handler<ChatInputCommandInteraction>;
  /** Where an option suggests while the member types: what to offer at this moment. */
  readonly suggest?: Handler<AutocompleteInteraction>;
}

/** An entry in the menu of a message. */
export interface MessageCommand {
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly run: Handler<MessageContextMenuCommandInteraction>;
}

/** A button by the name in its custom id. */
export interface ButtonComponent {
  readonly name: string;
  readonly run: ComponentHandler<ButtonInteraction>;
}

/** A menu under a message by the name in its custom id. */
export interface SelectComponent {
  readonly name: string;
  readonly run: ComponentHandler<StringSelectMenuInteraction>;
}

/** A form that somebody has filled in, by the name in its custom id. */
export interface ModalComponent {
  readonly name: string;
  readonly run: ComponentHandler<ModalSubmitInteraction>;
}
