import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { storeUrlOf } from './scene-store.ts';

export interface LogLine {
  readonly pid: number;
  readonly level: number;
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** Some of the lines that a bot logs, in their order. */
export interface LoggedLines {
  readonly log: readonly LogLine[];
  /** Resolves with the first of them, past or to come, that `wish` holds for. */
  logged(wish: (line: LogLine) => boolean): Promise<LogLine>;
}

/** How long a test waits for a line of the log before it fails with what was logged. */
const PATIENCE_MS = 15_000;

/** A `npm start` process: what it says, and how it ends. */
export class RunningBot implements LoggedLines {
  readonly log: LogLine[] = [];
  readonly exited: Promise<number | null>;
  stderr = '';
  readonly #child: ChildProcess;
  /** What waits for a line, and is told each new one. */
  readonly #waits = new Set<(line: LogLine) => void>();

  constructor(child: ChildProcess) {
    this.#child = child;
    this.exited = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null));
    child.stderr?.on('data', (chunk: Buffer) => {
      this.stderr += chunk.toString();
    });
    if (child.stdout !== null)
      createInterface({ input: child.stdout }).on('line', (line) => this.#read(line));
  }

  /** The first line of the log, past or to come, that `wish` holds for. */
  logged(wish: (line: LogLine) => boolean): Promise<LogLine> {
    return this.#logged(wish, 0);
  }

  /** Shows what is logged from now on. */
  fromNow(): LoggedLines {
    const { log } = this;
    const from = log.length;
    return {
      get log() {
        return log.slice(from);
      },
      logged: (wish) => this.#logged(wish, from),
    };
  }

  #logged(wish: (line: LogLine) => boolean, from: number): Promise<LogLine> {
    const known = this.log.slice(from).find(wish);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      // A long run logs tens of thousands of lines. Each is looked at once, and they are written down only for a wait that fails.
      const fail = (why: string): void => {
        clearTimeout(late);
        if (this.#waits.delete(wait)) reject(new Error(`${why}: ${JSON.stringify(this.log)} ${this.stderr}`));
      };
      const late = setTimeout(() => fail('not logged'), PATIENCE_MS);
      const wait = (line: LogLine): void => {
        if (!wish(line)) return;
        clearTimeout(late);
        this.#waits.delete(wait);
        resolve(line);
      };
      this.#waits.add(wait);
      void this.exited.then((code) => fail(`ended with ${code}`));
    });
  }

  /** The process that Node runs, which npm has started. */
  get pid(): number {
    const pid = this.log[0]?.pid;
    if (pid === undefined) throw new Error(`the bot has logged nothing; it said: ${this.stderr}`);
    return pid;
  }

  signal(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** Resident memory in megabytes, as Linux counts it. */
  async residentMb(): Promise<number> {
    const status = await readFile(`/proc/${this.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  }

  /** Ends npm and what it has started, whatever they are doing. */
  async stop(): Promise<void> {
    try {
      if (this.#child.exitCode === null && this.#child.pid !== undefined)
        process.kill(-this.#child.pid, 'SIGKILL');
    } catch (error) {
      // It ended by itself between the question and the signal.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
    await this.exited;
  }

  #read(line: string): void {
    const parsed = parseLogLine(line);
    if (parsed === null) {
      this.stderr += `${line}\n`;
      return;
    }
    this.log.push(parsed);
    for (const wait of this.#waits) wait(parsed);
  }
}

/** Null for lines that are not the log's, such as npm's own. */
function parseLogLine(line: string): LogLine | null {
  if (!line.startsWith('{')) return null;
  const { pid, level, msg, ...rest } = Object(JSON.parse(line));
  return { ...rest, pid: Number(pid), level: Number(level), msg: String(msg) };
}

/** Starts the bot against `discord`; it ends with the test. Nothing is waited for. */
export function startBot(
  discord: LocalDiscord,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): RunningBot {
  const bot = spawnBot(discord, folder, env);
  onTestFinished(() => bot.stop());
  return bot;
}

/** Starts the bot against `discord`, for whoever stops it. Nothing is waited for. */
export function spawnBot(
  discord: LocalDiscord,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): RunningBot {
  return new RunningBot(
    spawn('npm', ['--silent', 'start'], {
      env: {
        ...process.env,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_GUILD_ID: '',
        KNOWLEDGE_DIR: folder,
        DATABASE_URL: storeUrlOf(folder),
        // What a test writes is read when it says so.
        AUTO_REFRESH: 'off',
        // Loading what understands questions takes a second for each process.
        ENCODERS: 'off',
        LOG_LEVEL: 'info',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that the test can end npm together with what npm has started.
      detached: true,
    }),
  );
}
