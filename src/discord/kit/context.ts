import {
  type AnySelectMenuInteraction,
  type APIApplicationCommandBooleanOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Measures } from '../../monitoring/measures.ts';
import type { EditDrafts } from '../../requests/articles/edit-drafts.ts';
import type { AnsweringDeps } from '../../requests/asking/answer-member.ts';
import type { AskerAccess } from '../../requests/kit/asker-access.ts';
import type { Cooldown } from '../../requests/kit/cooldown.ts';
import type { ModerationDeps } from '../../requests/kit/moderation-deps.ts';
import { readServerSettings, type SettingsOfRequest } from '../../requests/kit/read-server-settings.ts';
import type { Refreshes } from '../../requests/refreshing/refreshes.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { Phrasings } from '../../serving/phrasings.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { textsFor } from '../../wording/languages.ts';
import type { CommandLinks } from './command-links.ts';
import type { FleetingMessages } from './fleeting-messages.ts';
import type { RunningShards } from './shards.ts';

/** The collaborators that every command, button and message handler works with. */
export interface BotContext extends AnsweringDeps, ModerationDeps {
  readonly knowledge: KnowledgeService;
  /** Reads the shared folder of articles again; these articles answer in all servers. */
  readonly refreshes: Refreshes;
  readonly askerAccess: AskerAccess;
  /** The shards of this process; the one that a request comes from is among them. */
  readonly shards: RunningShards;
  /** The servers whose moderators look after the shared articles, or null if the operator named none. */
  readonly maintainerGuildIds: readonly string[] | null;
  readonly phrasings: Phrasings;
  /** What moderators have typed for articles, before they save it. */
  readonly drafts: EditDrafts;
  /** Lines that the bot deletes again by itself. */
  readonly fleeting: FleetingMessages;
  /** Links the commands that our texts name. */
  readonly commandLinks: CommandLinks;
  readonly log: Logger;
  readonly measures: Measures;
  /** Milliseconds of a monotonic clock. */
  readonly nowMs: () => number;
  /** Adds a line to the log of a server, which is posted in its log channel together with others. Does nothing else. */
  readonly addLogLine: (guildId: string, line: string) => void;
  /** Limits how often each member may call a helper. */
  readonly callCooldown: Cooldown;
  /** Returns a random number from 0 up to, but excluding, 1. */
  readonly random: () => number;
}

/** The collaborators for one interaction or message. Its texts are in the language that the server has chosen, else in the member's. */
export interface RequestContext extends BotContext, SettingsOfRequest {
  readonly texts: Texts;
}

/**
 * Creates the context of one interaction or message: reads the settings of its server, once for all that follows, and chooses the texts in
 * the language that they name, else in the first of `locales` that the bot speaks.
 */
export async function createRequestContext(
  context: BotContext,
  guildId: string | null,
  locales: readonly (string | null | undefined)[],
): Promise<RequestContext> {
  const settings = await readServerSettings(context, guildId);
  return { ...context, settings, texts: textsFor(settings.language, ...locales) };
}

/** Handles an interaction. It may throw anything: `handleInteraction` catches every error and answers for it. */
type Handler<Interaction> = (interaction: Interaction, context: RequestContext) => Promise<void>;
/** Handles a component, with the argument of its custom id. A client sends that argument back, so do not trust it. */
type ComponentHandler<Interaction> = (
  interaction: Interaction,
  argument: string,
  context: RequestContext,
) => Promise<void>;

/** A chat command: its definition for Discord, and its handlers. */
export interface Command {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly run: Handler<ChatInputCommandInteraction>;
  /** Offers choices while the member types, for a command that has an autocompleted option. */
  readonly suggest?: Handler<AutocompleteInteraction>;
}

/** A command in the context menu of a message. */
export interface MessageCommand {
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly run: Handler<MessageContextMenuCommandInteraction>;
}

/** A button, found by the name in its custom id. */
export interface ButtonComponent {
  readonly name: string;
  readonly run: ComponentHandler<ButtonInteraction>;
}

/** A select menu of texts, found by the name in its custom id. */
export interface SelectComponent {
  readonly name: string;
  readonly run: ComponentHandler<StringSelectMenuInteraction>;
}

/** A menu of any kind, also of channels and roles, found by the name in its custom id. */
export interface AnySelectComponent {
  readonly name: string;
  readonly run: ComponentHandler<AnySelectMenuInteraction>;
}

/** A submitted form, found by the name in its custom id. */
export interface ModalComponent {
  readonly name: string;
  readonly run: ComponentHandler<ModalSubmitInteraction>;
}

/** One of several things that a command does: a sub-command of Discord, or an option that members set to true. */
export interface Subcommand extends Pick<Command, 'run' | 'suggest'> {
  readonly definition: APIApplicationCommandSubcommandOption | APIApplicationCommandBooleanOption;
}

/** Returns the sub-command that a member chose; the last one when several options are true, undefined when none is. */
export function findSubcommand(
  subcommands: readonly Subcommand[],
  { options }: ChatInputCommandInteraction | AutocompleteInteraction,
): Subcommand | undefined {
  const chosen = options.getSubcommand(false);
  return subcommands.findLast(({ definition: { type, name } }) =>
    type === ApplicationCommandOptionType.Subcommand ? name === chosen : options.getBoolean(name) === true,
  );
}
