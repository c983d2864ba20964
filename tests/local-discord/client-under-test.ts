import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  type Message,
} from 'discord.js';
import { onTestFinished } from 'vitest';
import type { LocalDiscord } from './local-discord.ts';
import { type LocalDiscordOptions, startLocalDiscord } from './start-local-discord.ts';

/** What the test's bot does. Whatever it throws is kept in `errors`. */
export interface Behaviour {
  readonly onInteraction?: (interaction: Interaction) => Promise<unknown>;
  readonly onMessage?: (message: Message) => Promise<unknown>;
}

export interface LoggedIn {
  readonly discord: LocalDiscord;
  readonly client: Client<true>;
  /** What the behaviour threw, in order. */
  readonly errors: readonly unknown[];
}

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;

/** Creates a discord.js client for the local Discord. It pings nobody and does not wait for identify limits. */
export function makeClient(discord: LocalDiscord, options: Partial<ClientOptions> = {}): Client {
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [],
    rest: { api: discord.apiUrl },
    allowedMentions: { parse: [] },
    // The client's own throttle makes a second IDENTIFY wait at least 5 seconds.
    ws: { buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }) },
    ...options,
  });
  client.on(Events.Error, () => {});
  onTestFinished(() => client.destroy());
  return client;
}

/** Starts a local Discord and logs a client in. Both end with the test. */
export async function logIn(behaviour: Behaviour = {}, options: LocalDiscordOptions = {}): Promise<LoggedIn> {
  const discord = await startTestDiscord(options);
  const client = makeClient(discord);
  const errors: unknown[] = [];
  const keep = (error: unknown) => {
    errors.push(error);
  };
  client.on(Events.InteractionCreate, (interaction) => {
    behaviour.onInteraction?.(interaction).catch(keep);
  });
  client.on(Events.MessageCreate, (message) => {
    behaviour.onMessage?.(message).catch(keep);
  });
  const isReady = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(discord.token);
  return { discord, client: await isReady, errors };
}

/** Starts a local Discord that stops with the test. */
export async function startTestDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  const discord = await startLocalDiscord(options);
  onTestFinished(() => discord.stop());
  return discord;
}
