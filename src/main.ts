import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { UserFacingError } from './requests/kit/user-facing-error.ts';
import { findUnusablePlaces } from './requests/starting/find-unusable-places.ts';
import type { EncoderSettings } from './requests/starting/open-knowledge.ts';
import { openKnowledge } from './requests/starting/open-knowledge.ts';
import type { KnowledgeService } from './serving/knowledge-service.ts';
import {
  type CheckedSettings,
  checkDiscordSettings,
  checkEncoderSettings,
  checkRegistrationSettings,
  checkSettings,
  refuseMistakes,
  resolveFromCaller,
} from './settings.ts';
import { firstStopSignal } from './stop-signals.ts';
import { type ArticlesArguments, parseArticlesArguments } from './terminal/articles/articles-arguments.ts';
import { parseAskArguments } from './terminal/ask/ask-arguments.ts';
import { HELP, isHelpRequested } from './terminal/help.ts';
import { exitOnOutputError } from './terminal/terminal.ts';

/** Beside the program's own folder. */
const MODELS = fileURLToPath(new URL('../models', import.meta.url));
const now = (): Date => new Date();
const newId = (): string => randomBytes(9).toString('base64url');
const terminal = { input: process.stdin, output: process.stdout, nowMs: () => performance.now() };

/** Each command returns its exit status, and loads what it alone needs: discord.js takes longer than an answer. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  async ask(args) {
    const wanted = parseAskArguments(args);
    const { runAsk } = await import('./terminal/ask/ask-command.ts');
    const knowledge = await openFor('ask', wanted);
    // Whoever asks once wants the best answer, not the first.
    await knowledge.waitUntilUnderstood();
    await runAsk(knowledge, wanted, terminal);
    return 0;
  },
  async articles(args) {
    const wanted = parseArticlesArguments(args);
    const { runArticles } = await import('./terminal/articles/articles-command.ts');
    return runArticles(await openFor('articles', wanted), wanted, terminal);
  },
  async evaluate(args) {
    const { runEvaluate } = await import('./measuring/evaluation/evaluate-command.ts');
    const { openEncoders } = await import('./encoders/open-encoders.ts');
    const { isOn, vectors } = readEncoderSettings();
    return runEvaluate(args, {
      ...terminal,
      progress: process.stderr,
      encoders: isOn
        ? await openEncoders({ folder: MODELS, threads: availableParallelism(), vectors })
        : null,
    });
  },
  async bench(args) {
    const { runBench } = await import('./measuring/bench/bench-command.ts');
    const { openEncoders } = await import('./encoders/open-encoders.ts');
    const { createWorkerThreads } = await import('./serving/lanes/threads.ts');
    const collectGarbage = globalThis.gc === undefined ? undefined : () => globalThis.gc?.();
    return runBench(args, {
      ...terminal,
      progress: process.stderr,
      openEncoders: () => openEncoders({ folder: MODELS, threads: availableParallelism(), vectors: null }),
      threads: createWorkerThreads(null),
      collectGarbage,
    });
  },
  async register() {
    const { registerCommands } = await import('./discord/connection/register-commands.ts');
    const { settings, mistakes } = checkRegistrationSettings(process.env);
    refuseMistakes(mistakes, process.env);
    return registerCommands(settings, process.stdout);
  },
  async start() {
    const { runBot } = await import('./discord/connection/bot.ts');
    const { openStore } = await import('./requests/starting/open-store.ts');
    const {
      knowledgeDir: folder,
      databaseUrl: url,
      encoders,
      ...settings
    } = await requireUsable(checkDiscordSettings(process.env));
    // discord.js reads them itself, and an empty one as 0.
    for (const name of ['SHARDS', 'SHARD_COUNT']) delete process.env[name];
    const opened = await openStore({ url, now, newId });
    const status = await runBot(settings, {
      ...opened,
      openKnowledge: (options) => openKnowledge({ folder, models: MODELS, encoders, now, newId, ...options }),
      stopSignal: listenForStop(),
    });
    // Sockets and timers of a connection that would not close must not keep the process.
    return process.exit(status);
  },
};

/** The articles of the folder that the arguments of `script` name, or else the settings. */
async function openFor(
  script: string,
  { folder }: Pick<ArticlesArguments, 'folder'>,
): Promise<KnowledgeService> {
  const { knowledge } = await openKnowledge({
    folder:
      folder === null
        ? (await requireUsable(checkSettings(process.env))).knowledgeDir
        : resolveFromCaller(process.env, script, folder),
    models: MODELS,
    encoders: readEncoderSettings(),
    // What is told by the answers is enough.
    onWordsAlone: () => {},
    now,
    newId,
    overlays: null,
    phrasings: null,
    onStoreError: () => {},
    // Whoever asked is told by the error.
    onOverrun: () => {},
    onSetAside: () => {},
  });
  return knowledge;
}

/** @throws {UserFacingError} `unusable-settings` */
function readEncoderSettings(): EncoderSettings {
  const { settings, mistakes } = checkEncoderSettings(process.env);
  refuseMistakes(mistakes, process.env);
  return settings;
}

/**
 * The settings, once they and the places that they name are fine.
 *
 * @throws {UserFacingError} `unusable-settings`, naming every mistake at once
 */
async function requireUsable<Read extends { readonly knowledgeDir: string; readonly databaseUrl?: string }>({
  settings,
  mistakes,
}: CheckedSettings<Read>): Promise<Read> {
  const { knowledgeDir, databaseUrl = null } = settings;
  refuseMistakes(await findUnusablePlaces({ knowledgeDir, databaseUrl }, mistakes), process.env);
  return settings;
}

/** How soon a bot stops whose npm was killed. */
const LOOK_AFTER_PARENT_MS = 1000;

function listenForStop(): Promise<NodeJS.Signals> {
  return firstStopSignal({
    process,
    nowMs: terminal.nowMs,
    repeat: (look) => setInterval(look, LOOK_AFTER_PARENT_MS).unref(),
    followsParent: process.env['npm_lifecycle_event'] === 'start',
  });
}

async function main(name = '', ...args: readonly string[]): Promise<number> {
  if (isHelpRequested([name, ...args])) {
    process.stdout.write(HELP);
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const mistake = name === '' ? 'Say what to run.' : `There is no command “${name}”.`;
    throw new UserFacingError('unusable-arguments', `${mistake}\n\n${HELP}`);
  }
  if (!['ask', 'articles', 'bench', 'evaluate'].includes(name) && args.length > 0) {
    throw new UserFacingError('unusable-arguments', `“${name}” takes no arguments.`);
  }
  return command(args);
}

/** A file that is there but cannot be read; null where there is none, or it was read. */
function whyEnvFileUnread({ error }: ReturnType<typeof dotenv.config>): string | null {
  const code = error !== undefined && 'code' in error ? String(error.code) : null;
  if (code === null || ['ENOENT', 'NOT_FOUND_DOTENV_ENVIRONMENT'].includes(code)) return null;
  return `  • The file .env was not read (${code}). Make it a file that the bot’s user may read.\n`;
}

exitOnOutputError(process.stdout);
const envFile = dotenv.config({ quiet: true });
try {
  process.exitCode = await main(...process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  if (error.code === 'unusable-settings') process.stderr.write(whyEnvFileUnread(envFile) ?? '');
  // Not by `exitCode`: a refused connection may leave sockets open.
  process.exit(2);
}
