import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Article } from '../../src/knowledge/article/article.ts';
import { renderArticleFile } from '../../src/measuring/made-up/generate-articles.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';

interface BotOptions {
  readonly articles: readonly Article[];
  /** Flags for Node.js instead of those of `npm start`; null for these. */
  readonly flags: string | null;
}

/** A running bot whose memory is measured from outside. */
export interface MeasuredBot {
  residentMb(): Promise<number>;
  /** The most it held at any moment; on systems other than Linux, the most that was measured. */
  peakMb(): Promise<number>;
  /** Stops the bot and returns its exit status. */
  stop(): Promise<number | null>;
}

/** Starts the bot with made-up articles; resolves once its commands are registered. */
export async function startMeasuredBot(
  discord: LocalDiscord,
  { articles, flags }: BotOptions,
): Promise<MeasuredBot> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-soak-'));
  for (const [index, article] of articles.entries())
    await writeFile(join(folder, `article-${index + 1}.md`), renderArticleFile(article));
  const child = start(discord, folder, flags);
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  const pid = await waitForPid(child);
  let peakMb = 0;
  const residentMb = async (): Promise<number> => {
    const mb = memoryMb(pid, 'VmRSS');
    peakMb = Math.max(peakMb, mb);
    return mb;
  };
  return {
    residentMb,
    peakMb: async () => Math.max(peakMb, memoryMb(pid, 'VmHWM')),
    async stop() {
      process.kill(pid, 'SIGTERM');
      const code = await exited;
      await rm(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function start(discord: LocalDiscord, folder: string, flags: string | null): ChildProcess {
  const env = {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    KNOWLEDGE_DIR: folder,
    DATABASE_URL: join(folder, '.store', 'footnote.db'),
  };
  const options = { env, stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'] };
  if (flags === null) return spawn('npm', ['--silent', 'start'], options);
  return spawn(process.execPath, [...flags.split(' ').filter(Boolean), 'dist/main.js', 'start'], options);
}

/** Returns the process id that the bot's log names once it is ready: `npm` is another process. */
async function waitForPid(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the bot has no output');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const { msg, pid } = line.startsWith('{') ? Object(JSON.parse(line)) : {};
      if (msg === 'commands registered') resolve(Number(pid));
    });
    lines.on('close', () => reject(new Error('the bot ended before it was ready')));
  });
}

/** Reads memory from `/proc` on Linux; other systems only tell `ps` what is resident now. */
function memoryMb(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
  } catch {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  }
}
