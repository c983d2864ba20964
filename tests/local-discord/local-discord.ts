import type { Server } from 'node:http';
import type { WebSocketServer } from 'ws';
import type { Faults } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';
import { type Dispatched, dispatchInteraction } from './interactions/dispatch.ts';
import type { Outcome } from './interactions/exchange.ts';
import type { InteractionRequest } from './interactions/requests.ts';
import { say, type Utterance } from './interactions/say.ts';
import type { RequestLog } from './request-log.ts';
import { isRegisteringWrite } from './rest/command-routes.ts';
import { removeMessage } from './rest/interaction-messages.ts';
import { intent, messageFlag } from './wire-values.ts';
import { isBotIn, isElsewhere } from './world/access.ts';
import { type Channel, channelPayload } from './world/channels.ts';
import type { StoredCommand } from './world/commands.ts';
import type { Guild, GuildSpec } from './world/guilds.ts';
import { makePart } from './world/make-world.ts';
import { addBot, announceGuild, removeBot, removePerson } from './world/membership.ts';
import type { Message } from './world/messages.ts';
import type { People, Person } from './world/people.ts';
import type { Overwrite } from './world/permissions.ts';
import type { Role } from './world/roles.ts';
import { within } from './world/waiting.ts';
import type { RequestRecord, Violation, World } from './world/world.ts';

const PATIENCE_MS = 10_000;

interface Parts {
  readonly server: Server;
  readonly sockets: WebSocketServer;
  readonly port: number;
  readonly gateway: Gateway;
  readonly world: World;
  readonly faults: Faults;
  readonly log: RequestLog;
}

/** What there was when somebody began to look. */
interface Before {
  readonly readySessions: number;
  readonly resumes: number;
  readonly violations: number;
}

/** The guilds that are there unless a test says otherwise. */
export const DEFAULT_GUILDS: readonly GuildSpec[] = [
  { name: 'Reading Room' },
  { name: 'Other Guild', locale: 'de' },
];

/** What the bot has registered. */
export interface RegisteredCommands {
  readonly global: readonly StoredCommand[];
  /** By guild id; guilds without commands have an empty list. */
  readonly perGuild: Readonly<Record<string, readonly StoredCommand[]>>;
  /** How many accepted requests changed what is registered. */
  readonly writes: number;
}

/** A running local Discord, as tests use it. Every promise it gives rejects after 10 seconds with the reason. */
export class LocalDiscord {
  readonly #parts: Parts;
  /** Makes requests and connections fail. */
  readonly faults: Faults;
  /** For the bot's `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly #before: Before;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#before = { ...parts.gateway.progress.value, violations: parts.world.violations.length };
    this.faults = parts.faults;
    this.apiUrl = `http://127.0.0.1:${parts.port}/api`;
  }

  get token(): string {
    return this.#parts.world.token;
  }

  /** Also the id of the bot user. */
  get applicationId(): string {
    return this.#parts.world.bot.id;
  }

  /** Those that the bot is in at the start. */
  get guilds(): readonly Guild[] {
    return this.#parts.world.guilds;
  }

  /** For users who have installed the app themselves, and to add the bot to. */
  get guildWithoutBot(): Guild {
    return this.#parts.world.guildWithoutBot;
  }

  /** A group of users without the bot, for users who have installed the app themselves. */
  get privateChannel(): Channel {
    return this.#parts.world.privateChannel;
  }

  /** The text that the bot's profile shows. */
  get profileDescription(): string {
    return this.#parts.world.profile.description;
  }

  get people(): People {
    return this.#parts.world.people;
  }

  /** Every broken rule of every body so far; a well-behaved bot leaves it empty. */
  get violations(): readonly Violation[] {
    return this.#parts.world.violations.slice(this.#before.violations);
  }

  /** Every request, in the order of the answers. */
  get requests(): readonly RequestRecord[] {
    return this.#parts.log.all;
  }

  /** `METHOD /path` of requests to routes that the local Discord does not know. */
  get unhandledRoutes(): readonly string[] {
    return this.requests
      .filter(({ route }) => route === undefined)
      .map(({ method, path }) => `${method} ${path}`);
  }

  get registeredCommands(): RegisteredCommands {
    const { globalCommands, guildCommands } = this.#parts.world;
    const perGuild = [...guildCommands].map(([id, book]) => [id, book.all] as const);
    const writes = this.requests.filter(
      ({ method, path, status = 0 }) => status >= 200 && status < 300 && isRegisteringWrite(method, path),
    );
    return { global: globalCommands.all, perGuild: Object.fromEntries(perGuild), writes: writes.length };
  }

  /**
   * Adds more guilds and people, which know nothing of the others, and the bot to these guilds. What comes back shows them
   * as a Discord of its own, with what the bot does from now on, except in channels of other guilds.
   */
  addServers(specs: readonly GuildSpec[] = DEFAULT_GUILDS): LocalDiscord {
    const { world, log } = this.#parts;
    const part = { ...world, ...makePart(world, specs) };
    for (const guild of part.guilds) announceGuild(part, guild);
    return new LocalDiscord({
      ...this.#parts,
      world: part,
      log: log.fromNow((record) => !isElsewhere(part, record.path)),
    });
  }

  /** Takes the bot out of all guilds that are shown here. */
  leaveServers(): void {
    const { world } = this.#parts;
    for (const guild of [...world.guilds, world.guildWithoutBot])
      if (!world.withoutBot.has(guild.id)) removeBot(world, guild);
  }

  /** Resolves when the n-th session since the start is READY; resumed sessions do not count. */
  async ready(n = 1): Promise<void> {
    const { progress } = this.#parts.gateway;
    // A session that was there before is the first.
    const earlier = Math.max(0, this.#before.readySessions - 1);
    const reached = progress.until(({ readySessions }) => readySessions - earlier >= n);
    await within(reached, PATIENCE_MS, () => `session ${n} did not become READY`);
  }

  /** Resolves when a session has been resumed for the n-th time since the start. */
  async resumed(n = 1): Promise<void> {
    const { progress } = this.#parts.gateway;
    const reached = progress.until(({ resumes }) => resumes - this.#before.resumes >= n);
    await within(reached, PATIENCE_MS, () => `no ${n}. resume`);
  }

  /** Sends an interaction; the result gives access to each step of the answer. */
  dispatch(request: InteractionRequest): Dispatched {
    return dispatchInteraction(this.#parts.world, request);
  }

  /** Sends an interaction and resolves when the user sees the answer, deferred or not. */
  interact(request: InteractionRequest): Promise<Outcome> {
    return this.dispatch(request).final();
  }

  /** Somebody writes a message. */
  say(utterance: Utterance): Message {
    return say(this.#parts.world, utterance);
  }

  /** Somebody writes a message; resolves with the bot's reply to it, or its next message in the same channel. */
  async ask(utterance: Utterance): Promise<Message> {
    const { world } = this.#parts;
    const asked = say(world, utterance);
    const posted = await this.nextRequest(({ method, route, path, status }) => {
      const isPost = method === 'POST' && route === '/channels/:channel/messages' && status === 200;
      return isPost && path.includes(asked.channel_id);
    });
    const last = this.lastPosted(asked.channel_id);
    if (!last) throw new Error(`no message came of ${posted.path}`);
    return last;
  }

  /** The bot's messages in the channel, oldest first; answers to interactions left out. */
  messagesIn(channelId: string): readonly Message[] {
    const { messages, bot } = this.#parts.world;
    return [...messages.values()]
      .map(({ message }) => message)
      .filter(({ channel_id, author, interaction_metadata: by }) => {
        return channel_id === channelId && author.id === bot.id && by === undefined;
      });
  }

  /** The last of them; undefined for none. */
  lastPosted(channelId: string): Message | undefined {
    return this.messagesIn(channelId).at(-1);
  }

  /** Whoever may takes the bot out of a server. */
  removeBotFrom(guild: Guild): void {
    removeBot(this.#parts.world, guild);
  }

  /** Somebody leaves a server, or is banned: nothing tells the bot. */
  removeFrom(guild: Guild, person: Person): void {
    removePerson(this.#parts.world, guild, person);
  }

  /** Whoever may adds the bot to a server, for the first time or again. */
  addBotTo(guild: Guild): void {
    addBot(this.#parts.world, guild);
  }

  /** Gives the bot permissions in a text channel and its threads or takes them away, instead of earlier changes. */
  setBotPermissions(channel: Channel, overwrite: Overwrite): void {
    const { world } = this.#parts;
    world.overwrites.set(channel.id, overwrite);
    this.#tellOf(channel);
  }

  /** Lets only some members see a text channel and its threads: the bot, and whoever has one of the roles. */
  hide(channel: Channel, openTo: readonly Role[] = []): void {
    this.#parts.world.hidden.set(channel.id, openTo);
    this.#tellOf(channel);
  }

  #tellOf(channel: Channel): void {
    const { world } = this.#parts;
    if (!isBotIn(world, channel)) return;
    const data = channelPayload(world, channel);
    world.dispatch({ name: 'CHANNEL_UPDATE', intents: intent.guilds, dataFor: () => data });
  }

  /** The user closes an ephemeral message, which ends it. */
  dismiss({ id, flags }: Message): void {
    if (!(flags & messageFlag.ephemeral)) throw new Error(`message ${id} is for everybody and stays`);
    this.#parts.world.messages.delete(id);
  }

  /** Whoever may deletes a message, and the bot is told. */
  delete({ id }: Message): void {
    const stored = this.#parts.world.messages.get(id);
    if (stored) removeMessage(this.#parts.world, stored);
  }

  /** The message as it now stands; undefined once deleted. */
  message(id: string): Message | undefined {
    return this.#parts.world.messages.get(id)?.message;
  }

  /** The bytes of a file in a message as it now stands. */
  fileOf({ id }: Message, name: string): Uint8Array {
    const attachments = this.message(id)?.attachments ?? [];
    const attachment = attachments.find(({ filename }) => filename === name);
    const file = this.#parts.world.files.get(attachment?.id ?? '');
    const others = attachments.map(({ filename }) => filename).join(', ');
    if (!file) throw new Error(`message ${id} has no file ${name}, only: ${others}`);
    return file.bytes;
  }

  /** Resolves with the first answered request of this kind, past or to come. */
  firstRequest(wish: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    return within(this.#parts.log.first(wish), PATIENCE_MS, () => 'no such request came');
  }

  /** Resolves with the next request of this kind that is answered from now on. */
  nextRequest(wish: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    return within(this.#parts.log.next(wish), PATIENCE_MS, () => 'no such request came');
  }

  /** Closes every connection and frees the port. */
  async stop(): Promise<void> {
    const { server, sockets } = this.#parts;
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
