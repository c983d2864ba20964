import type { Exchange } from '../interactions/exchange.ts';
import type { Channel } from './channels.ts';
import type { CommandBook } from './commands.ts';
import type { StoredFile } from './files.ts';
import type { Guild } from './guilds.ts';
import type { Message } from './messages.ts';
import type { People, Person } from './people.ts';
import type { Overwrite } from './permissions.ts';
import type { Role } from './roles.ts';
import type { NewId } from './snowflakes.ts';

/** An event for the bot. */
export interface GatewayEvent {
  readonly name: string;
  /** Intents that the session must have asked for; 0 for events that every session gets. */
  readonly intents: number;
  /** The payload, which may depend on what the session may read. */
  readonly buildData: (sessionIntents: number) => unknown;
}

/** A broken rule in a body that the bot sent. */
export interface Violation {
  readonly route: string;
  readonly rule: string;
  readonly detail: string;
}

/** A request that the bot made and what it was answered. */
export interface RequestRecord {
  readonly method: string;
  /** Without `/api/v10` and query. */
  readonly path: string;
  /** The pattern of the route; undefined when no route is known. */
  readonly route: string | undefined;
  readonly body: unknown;
  /** Undefined when the connection was cut instead. */
  readonly status: number | undefined;
  /** Discord's error code, when the answer was an error. */
  readonly errorCode: number | undefined;
}

/** What is stored of a message besides itself. */
export interface StoredMessage {
  readonly message: Message;
  readonly channel: Channel;
  /** Token of the interaction whose webhook made it. */
  readonly token?: string;
  /** What the bot told the message by when it posted it. */
  readonly nonce?: string | undefined;
}

/** @see https://docs.discord.com/developers/resources/application#application-object */
export interface ApplicationSettings {
  flags: number;
  interactionsEndpointUrl: string | null;
  requiresCodeGrant: boolean;
}

/** Everything that the REST routes and the gateway share. */
export interface World {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: NewId;
  /** Where files are fetched: scheme, host and port. */
  readonly origin: string;
  readonly token: string;
  /** The bot user; its id is the application's id too. It gets a role in each guild. */
  readonly bot: Person & { readonly roleIds: string[] };
  /** What everybody reads about the application. */
  readonly profile: { description: string };
  /** What its owner has set on Discord's page for developers. */
  readonly application: ApplicationSettings;
  /** By guild id, what the role of the bot lacks there. */
  readonly lacking: Map<string, bigint>;
  /** Whether the application was granted the privileged intent, without which REST hides content too. */
  readonly mayReadContent: boolean;
  /** Every guild there is, those of other parts too. */
  readonly allGuilds: Guild[];
  /** Every person there is, those of other parts too. */
  readonly allPeople: Person[];
  /** Guilds with the bot in them at the start. */
  readonly guilds: readonly Guild[];
  /** A guild that the bot is not in at the start; users who installed the app bring it along. */
  readonly guildWithoutBot: Guild;
  /** Ids of the guilds that the bot is not in now. */
  readonly withoutBot: Set<string>;
  /** By guild id, the ids of the people who are in it no more. */
  readonly departed: Map<string, Set<string>>;
  /** A group of users without the bot. */
  readonly privateChannel: Channel;
  readonly people: People;
  /** By channel id; direct messages are added as they are opened. */
  readonly channels: Map<string, Channel>;
  /** By guild id, who added the bot where its role lets it see the audit log. */
  readonly adders: Map<string, Person>;
  /** The bot's own permission overwrites, by channel id. */
  readonly overwrites: Map<string, Overwrite>;
  /** By the id of a channel that @everyone does not see, the roles that do; the bot does too. */
  readonly hiddenChannels: Map<string, readonly Role[]>;
  readonly messages: Map<string, StoredMessage>;
  /** By attachment id. */
  readonly files: Map<string, StoredFile>;
  readonly exchangesById: Map<string, Exchange>;
  readonly exchangesByToken: Map<string, Exchange>;
  /** The id of the message that `@original` means, by interaction token. */
  readonly originals: Map<string, string>;
  /** How many follow-ups were posted, by interaction token. */
  readonly followUpCounts: Map<string, number>;
  readonly globalCommands: CommandBook;
  readonly guildCommands: Map<string, CommandBook>;
  readonly violations: Violation[];
  /** Sends an event to all sessions that want it; false when there is none to send it to. */
  readonly dispatch: (event: GatewayEvent) => boolean;
}
