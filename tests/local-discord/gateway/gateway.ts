import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import * as z from 'zod';
import { closeCode, intent, opcode } from '../wire-values.ts';
import { listBotGuilds } from '../world/access.ts';
import { buildGuildPayload } from '../world/guild-payload.ts';
import { WatchedValue } from '../world/watched-value.ts';
import type { GatewayEvent, World } from '../world/world.ts';
import { Connection } from './connection.ts';
import { buildReadyPayload } from './ready-payload.ts';
import { Session } from './session.ts';

/** The faults that a test has injected and that have not struck yet. */
export interface InjectedFaults {
  /** Close code instead of READY for the next IDENTIFY. */
  closeNextIdentify: number | undefined;
  refuseNextResume: boolean;
  /** Ids of guilds that stay unavailable after READY. */
  readonly withheldGuilds: Set<string>;
  /** Whether connections are cut as soon as they are open, as in an outage of the gateway. */
  isOut: boolean;
}

const frameShape = z.object({ op: z.number(), d: z.unknown() });
const identifyShape = z.object({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).default([0, 1]),
});
const resumeShape = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

const MAX_FRAME_BYTES = 4096;
const privilegedIntents = intent.guildMembers | intent.guildPresences | intent.messageContent;

export interface GatewayOptions {
  readonly heartbeatIntervalMs: number;
  readonly privilegedIntents: 'granted' | 'refused';
  /** How long a bucket of shards must wait between two IDENTIFYs; 5,000 on Discord. */
  readonly identifyEveryMs: number;
  /** How many buckets there are: a shard is in the bucket of its number modulo this. */
  readonly maxConcurrency: number;
}

/** An IDENTIFY that was taken. */
export interface Identify {
  /** The number of the shard, and of how many. */
  readonly shard: readonly [number, number];
  /** Milliseconds since the process started. */
  readonly atMs: number;
  /** Whether it came too soon after another of its bucket, and was answered with INVALID_SESSION. */
  readonly isTooSoon: boolean;
}

/** The code to close a connection with; undefined when all is well. */
type Refusal = number | undefined;

/** Discord's side of the gateway: sessions, and the connections that carry them. */
export class Gateway {
  readonly injected: InjectedFaults = {
    closeNextIdentify: undefined,
    refuseNextResume: false,
    withheldGuilds: new Set(),
    isOut: false,
  };
  /** How often a session became READY, and how often one was resumed, since the start. */
  readonly progress = new WatchedValue({ readySessions: 0, resumes: 0 });
  /** The IDENTIFYs since the start that carried the right token. */
  readonly identifies: Identify[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  readonly #options: GatewayOptions;
  readonly #resumeUrl: () => string;

  constructor(options: GatewayOptions, resumeUrl: () => string) {
    this.#options = options;
    this.#resumeUrl = resumeUrl;
  }

  get connections(): readonly Connection[] {
    return [...this.#connections];
  }

  /** @returns false when no session wants the event: it is lost, as on Discord. */
  dispatch(event: GatewayEvent): boolean {
    const interested = [...this.#sessions.values()].filter((session) => session.wants(event));
    for (const session of interested) session.dispatch(event);
    return interested.length > 0;
  }

  /** Forgets all sessions, so that none can be resumed. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  accept(socket: WebSocket, world: World): void {
    if (this.injected.isOut) {
      socket.terminate();
      return;
    }
    const connection = new Connection(socket);
    this.#connections.add(connection);
    socket.on('message', (data: Buffer) => {
      const refusal = this.#receive(connection, data.toString(), world);
      if (refusal !== undefined) connection.close(refusal, 'Refused by the local Discord.');
    });
    socket.on('error', () => connection.drop());
    socket.on('close', (code) => this.#closed(connection, code));
    const hello = { heartbeat_interval: this.#options.heartbeatIntervalMs, _trace: [] };
    connection.send({ op: opcode.hello, d: hello });
  }

  #closed(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const session = this.#sessionOf(connection);
    if (!session) return;
    session.connection = undefined;
    // A bot that closes with 1000 or 1001 says goodbye: its session cannot be resumed.
    if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
  }

  #sessionOf(connection: Connection): Session | undefined {
    return [...this.#sessions.values()].find((session) => session.connection === connection);
  }

  #receive(connection: Connection, text: string, world: World): Refusal {
    if (!connection.mayReceive()) return closeCode.rateLimited;
    const frame = frameShape.safeParse(parsedJson(text)).data;
    if (!frame || Buffer.byteLength(text) > MAX_FRAME_BYTES) return closeCode.decodeError;
    switch (frame.op) {
      case opcode.heartbeat:
        return this.#heartbeat(connection, frame.d);
      case opcode.identify:
        return this.#identify(connection, frame.d, world);
      case opcode.resume:
        return this.#resume(connection, frame.d, world);
      case opcode.presence:
      case opcode.voiceState:
      case opcode.requestMembers:
        return this.#sessionOf(connection) ? undefined : closeCode.notAuthenticated;
      default:
        return closeCode.unknownOpcode;
    }
  }

  #heartbeat(connection: Connection, sequence: unknown): Refusal {
    if (typeof sequence === 'number' && !connection.isZombie) {
      this.#sessionOf(connection)?.confirm(sequence);
    }
    connection.send({ op: opcode.heartbeatAck, d: null });
    return undefined;
  }

  #identify(connection: Connection, data: unknown, world: World): Refusal {
    const identify = identifyShape.safeParse(data).data;
    if (!identify) return closeCode.decodeError;
    const refusal = this.#identifyRefusal(connection, identify, world);
    if (refusal !== undefined) return refusal;
    if (this.#noteIdentify(identify.shard)) {
      connection.send({ op: opcode.invalidSession, d: false });
      return undefined;
    }
    for (const [id, old] of this.#sessions) if (!old.connection) this.#sessions.delete(id);
    const session = new Session({ ...identify, id: randomUUID().replaceAll('-', '') }, connection);
    this.#sessions.set(session.id, session);
    this.#greet(session, world);
    const { readySessions, resumes } = this.progress.value;
    this.progress.set({ readySessions: readySessions + 1, resumes });
    return undefined;
  }

  /** Notes an IDENTIFY. Returns whether it comes too soon. */
  #noteIdentify(shard: readonly [number, number]): boolean {
    const { identifyEveryMs, maxConcurrency } = this.#options;
    const bucket = shard[0] % maxConcurrency;
    const last = this.identifies.findLast(
      (each) => !each.isTooSoon && each.shard[0] % maxConcurrency === bucket,
    );
    const atMs = performance.now();
    const isTooSoon = last !== undefined && atMs - last.atMs < identifyEveryMs;
    this.identifies.push({ shard, atMs, isTooSoon });
    return isTooSoon;
  }

  #identifyRefusal(
    connection: Connection,
    { token, intents, shard: [shardId, shardCount] }: z.infer<typeof identifyShape>,
    world: World,
  ): Refusal {
    const injected = this.injected.closeNextIdentify;
    this.injected.closeNextIdentify = undefined;
    if (injected !== undefined) return injected;
    if (this.#sessionOf(connection)) return closeCode.alreadyAuthenticated;
    if (token !== world.token) return closeCode.authenticationFailed;
    if (shardId >= shardCount) return closeCode.invalidShard;
    const isRefused = this.#options.privilegedIntents === 'refused' && intents & privilegedIntents;
    return isRefused ? closeCode.disallowedIntents : undefined;
  }

  #greet(session: Session, world: World): void {
    const ready = buildReadyPayload(session, world, this.#resumeUrl());
    session.dispatch({ name: 'READY', intents: 0, buildData: () => ready });
    for (const guild of listBotGuilds(world)) {
      const buildData = () => buildGuildPayload(world, guild);
      const event = { name: 'GUILD_CREATE', intents: intent.guilds, buildData };
      if (session.wants(event) && !this.injected.withheldGuilds.has(guild.id)) session.dispatch(event);
    }
  }

  #resume(connection: Connection, data: unknown, world: World): Refusal {
    const resume = resumeShape.safeParse(data).data;
    if (!resume) return closeCode.decodeError;
    if (resume.token !== world.token) return closeCode.authenticationFailed;
    const session = this.#sessions.get(resume.session_id);
    if (!session || this.injected.refuseNextResume) {
      this.injected.refuseNextResume = false;
      this.#sessions.delete(resume.session_id);
      connection.send({ op: opcode.invalidSession, d: false });
      return undefined;
    }
    if (resume.seq > session.sequence) return closeCode.invalidSequence;
    session.resume(connection, resume.seq);
    const { readySessions, resumes } = this.progress.value;
    this.progress.set({ readySessions, resumes: resumes + 1 });
    return undefined;
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller answers with close code 4002.
    return undefined;
  }
}
