import type { Server } from 'node:http';
import type { WebSocketServer } from 'ws';
import type { Faults } from './faults.ts';
import type { Gateway, Identify } from './gateway/gateway.ts';
import { type Dispatched, dispatchInteraction } from './interactions/dispatch.ts';
import type { Outcome } from './interactions/exchange.ts';
import type { InteractionRequest } from './interactions/requests.ts';
import { say, type WrittenMessage } from './interactions/say.ts';
import type { RequestLog } from './request-log.ts';
import { isRegisteringWrite } from './rest/command-routes.ts';
import { removeMessage } from './rest/interaction-messages.ts';
import { intent, messageFlag } from './wire-values.ts';
import { isBotIn, isElsewhere } from './world/access.ts';
import { buildChannelPayload, type Channel } from './world/channels.ts';
import type { StoredCommand } from './world/commands.ts';
import type { Guild, GuildSpec } from './world/guilds.ts';
import { makePart } from './world/make-world.ts';
import { addBot, announceGuild, giveRoles, removeBot, removePerson } from './world/membership.ts';
import type { Message } from './world/messages.ts';
import type { People, Person } from './world/people.ts';
import type { Overwrite } from './world/permissions.ts';
import { addFirstMessage, announceThread, startPost, type WrittenPost } from './world/posts.ts';
import type { Role } from './world/roles.ts';
import { rejectAfter } from './world/watched-value.ts';
import type { ApplicationSettings, RequestRecord, Violation, World } from './world/world.ts';

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

/** The counts before this view of the local Discord was made. */
interface StartCounts {
  readonly readySessions: number;
  readonly resumes: number;
  readonly violations: number;
}

/** The guilds where a test names none. */
export const DEFAULT_GUILDS: readonly GuildSpec[] = [
  { name: 'Reading Room' },
  { name: 'Other Guild', locale: 'de' },
];

/** The commands that the bot has registered. */
export interface RegisteredCommands {
  readonly global: readonly StoredCommand[];
  /** By guild id; guilds without commands have an empty list. */
  readonly perGuild: Readonly<Record<string, readonly StoredCommand[]>>;
  /** How many accepted requests changed what is registered. */
  readonly writes: number;
}

/** A running local Discord for tests. Each of its promises rejects after 10 seconds with the reason. */
export class LocalDiscord {
  readonly #parts: Parts;
  /** Makes requests and connections fail. */
  readonly faults: Faults;
  /** For the bot's `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly #before: StartCounts;

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

  /** The guilds that the bot is in at the start. */
  get guilds(): readonly Guild[] {
    return this.#parts.world.guilds;
  }

  /** A guild for users who have installed the app themselves, and for tests that add the bot. */
  get guildWithoutBot(): Guild {
    return this.#parts.world.guildWithoutBot;
  }

  /** A group of users without the bot, for users who have installed the app themselves. */
  get privateChannel(): Channel {
    return this.#parts.world.privateChannel;
  }

  /** What the application's owner may set on Discord's page for developers. */
  get application(): ApplicationSettings {
    return this.#parts.world.application;
  }

  /** Takes permissions from the bot's role in a guild, as REST tells them. */
  denyBotIn(guild: Guild, bits: bigint): void {
    this.#parts.world.lacking.set(guild.id, bits);
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

  /** Every request, in the order in which they were answered. */
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
   * Adds guilds with the bot, and people, who have nothing to do with the existing ones. Returns a local Discord that shows only these, and only what the
   * bot does from now on, except in channels of other guilds.
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

  /** Removes the bot from all guilds that are shown here. */
  leaveServers(): void {
    const { world } = this.#parts;
    for (const guild of [...world.guilds, world.guildWithoutBot])
      if (!world.withoutBot.has(guild.id)) removeBot(world, guild);
  }

  /** The IDENTIFYs since the emulator started. */
  get identifies(): readonly Identify[] {
    return this.#parts.gateway.identifies;
  }

  /** How many connections to the gateway are open. */
  get connectionCount(): number {
    return this.#parts.gateway.connections.length;
  }

  /** Resolves when the n-th session since the start is READY; resumed sessions do not count. */
  async ready(n = 1): Promise<void> {
    const { progress } = this.#parts.gateway;
    // A session that existed before counts as the first.
    const earlier = Math.max(0, this.#before.readySessions - 1);
    const reached = progress.until(({ readySessions }) => readySessions - earlier >= n);
    await rejectAfter(reached, PATIENCE_MS, () => `session ${n} did not become READY`);
  }

  /** Resolves when a session has been resumed for the n-th time since the start. */
  async resumed(n = 1): Promise<void> {
    const { progress } = this.#parts.gateway;
    const reached = progress.until(({ resumes }) => resumes - this.#before.resumes >= n);
    await rejectAfter(reached, PATIENCE_MS, () => `no ${n}. resume`);
  }

  /** Sends an interaction; the result gives access to each step of the answer. */
  dispatch(request: InteractionRequest): Dispatched {
    return dispatchInteraction(this.#parts.world, request);
  }

  /** Sends an interaction and resolves when the user sees the answer, deferred or not. */
  interact(request: InteractionRequest): Promise<Outcome> {
    return this.dispatch(request).final();
  }

  /** Lets a person write a message. */
  say(written: WrittenMessage): Message {
    return say(this.#parts.world, written);
  }

  /** Lets a person write a message. Resolves with the bot's reply to it, or its next message in the same channel. */
  async ask(written: WrittenMessage): Promise<Message> {
    const { world } = this.#parts;
    const asked = say(world, written);
    const posted = await this.nextRequest(({ method, route, path, status }) => {
      const isPost = method === 'POST' && route === '/channels/:channel/messages' && status === 200;
      return isPost && path.includes(asked.channel_id);
    });
    const last = this.findLastMessage(asked.channel_id);
    if (!last) throw new Error(`no message came of ${posted.path}`);
    return last;
  }

  /** Lets a person start a post in a forum. Returns its thread. */
  post(written: WrittenPost): Channel {
    return startPost(this.#parts.world, written);
  }

  /** Lets the first message of a post arrive that was started without one. */
  finishPost(thread: Channel, written: Pick<WrittenPost, 'user' | 'text'> = {}): void {
    addFirstMessage(this.#parts.world, thread, written);
  }

  /**
   * Tells the bot of a post again, as new. The library forgets the thread before: it passes over events of threads that it knows.
   */
  repeatPost(thread: Channel): void {
    const { world } = this.#parts;
    const { id, guildId, parentId, type } = thread;
    const data = { id, guild_id: guildId, parent_id: parentId, type };
    world.dispatch({ name: 'THREAD_DELETE', intents: intent.guilds, buildData: () => data });
    announceThread(world, thread);
  }

  /** Lists the bot's messages in the channel, oldest first, without answers to interactions. */
  listMessages(channelId: string): readonly Message[] {
    const { messages, bot } = this.#parts.world;
    return [...messages.values()]
      .map(({ message }) => message)
      .filter(({ channel_id, author, interaction_metadata: by }) => {
        return channel_id === channelId && author.id === bot.id && by === undefined;
      });
  }

  /** Returns the last of these messages; undefined for none. */
  findLastMessage(channelId: string): Message | undefined {
    return this.listMessages(channelId).at(-1);
  }

  /** Removes the bot from a guild. */
  removeBotFrom(guild: Guild): void {
    removeBot(this.#parts.world, guild);
  }

  /** Removes a person who leaves a guild or is banned. The bot is not told. */
  removeFrom(guild: Guild, person: Person): void {
    removePerson(this.#parts.world, guild, person);
  }

  /** Gives a person exactly these roles. Returns the person who has them, to act as from now on. */
  giveRoles(person: Person, ...roles: readonly Role[]): Person {
    return giveRoles(this.#parts.world, person, roles);
  }

  /** Adds the bot to a guild, for the first time or again. With `by`, the bot may see in the audit log who did. */
  addBotTo(guild: Guild, by?: Person): void {
    addBot(this.#parts.world, guild, by);
  }

  /** Gives the bot permissions in a text channel and its threads or takes them away. Replaces earlier changes. */
  setBotPermissions(channel: Channel, overwrite: Overwrite): void {
    const { world } = this.#parts;
    world.overwrites.set(channel.id, overwrite);
    this.#announceChange(channel);
  }

  /** Hides a text channel and its threads from everybody but the bot and members with one of the roles. */
  hideChannel(channel: Channel, openTo: readonly Role[] = []): void {
    this.#parts.world.hiddenChannels.set(channel.id, openTo);
    this.#announceChange(channel);
  }

  #announceChange(channel: Channel): void {
    const { world } = this.#parts;
    if (!isBotIn(world, channel)) return;
    const data = buildChannelPayload(world, channel);
    world.dispatch({ name: 'CHANNEL_UPDATE', intents: intent.guilds, buildData: () => data });
  }

  /** Lets the user close an ephemeral message, which removes it. */
  dismissMessage({ id, flags }: Message): void {
    if (!(flags & messageFlag.ephemeral)) throw new Error(`message ${id} is for everybody and stays`);
    this.#parts.world.messages.delete(id);
  }

  /** Deletes a message and tells the bot. */
  deleteMessage({ id }: Message): void {
    const stored = this.#parts.world.messages.get(id);
    if (stored) removeMessage(this.#parts.world, stored);
  }

  /** Returns the message in its present state; undefined once deleted. */
  findMessage(id: string): Message | undefined {
    return this.#parts.world.messages.get(id)?.message;
  }

  /** Returns the bytes of a file in a message in its present state. */
  readFile({ id }: Message, name: string): Uint8Array {
    const attachments = this.findMessage(id)?.attachments ?? [];
    const attachment = attachments.find(({ filename }) => filename === name);
    const file = this.#parts.world.files.get(attachment?.id ?? '');
    const others = attachments.map(({ filename }) => filename).join(', ');
    if (!file) throw new Error(`message ${id} has no file ${name}, only: ${others}`);
    return file.bytes;
  }

  /** Resolves with the first matching request; one that was answered already counts. */
  firstRequest(matches: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    return rejectAfter(this.#parts.log.first(matches), PATIENCE_MS, () => 'no such request came');
  }

  /** Resolves with the next matching request that is answered from now on. */
  nextRequest(matches: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    return rejectAfter(this.#parts.log.next(matches), PATIENCE_MS, () => 'no such request came');
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
