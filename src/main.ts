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
  checkKnowledgeSettings,
  checkRegistrationSettings,
  refuseMistakes,
  resolveFromCaller,
} from './settings.ts';
import { firstStopSignal } from './stop-signals.ts';
import { type ArticlesArguments, parseArticlesArguments } from './terminal/articles/articles-arguments.ts';
import { parseAskArguments } from './terminal/ask/ask-arguments.ts';
import { HELP, isHelpRequested } from './terminal/help.ts';
import { exitOnOutputError } from './terminal/terminal.ts';
import { parseTextsArguments } from './terminal/texts/texts-arguments.ts';

/** The folder of the learned data, beside the program's own. */
const MODELS = fileURLToPath(new URL('../models', import.meta.url));
/** Translators change the project's own files. */
const WORDING = fileURLToPath(new URL('../src/wording', import.meta.url));
const now = (): Date => new Date();
const newId = (): string => randomBytes(9).toString('base64url');
const terminal = { input: process.stdin, output: process.stdout, nowMs: () => performance.now() };

/** The commands. Each returns its exit status and imports its own modules only: loading discord.js takes longer than an answer. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  async ask(args) {
    const options = parseAskArguments(args);
    const { runAsk } = await import('./terminal/ask/ask-command.ts');
    const knowledge = await openFor('ask', options);
    // Who asks a single question prefers the best answer to the fastest.
    await knowledge.waitUntilUnderstood();
    await runAsk(knowledge, options, terminal);
    return 0;
  },
  async articles(args) {
    const options = parseArticlesArguments(args);
    const { runArticles } = await import('./terminal/articles/articles-command.ts');
    return runArticles(await openFor('articles', options), options, terminal);
  },
  async texts(args) {
    const wanted = parseTextsArguments(args);
    const { runTexts } = await import('./terminal/texts/texts-command.ts');
    const place = { wording: WORDING, output: process.stdout };
    if (wanted.action === 'check') return runTexts(wanted, place);
    return runTexts({ ...wanted, file: resolveFromCaller(process.env, 'texts', wanted.file) }, place);
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
    // discord.js reads these variables itself, and takes an empty one for 0.
    for (const name of ['SHARDS', 'SHARD_COUNT']) delete process.env[name];
    const opened = await openStore({ url, now, newId });
    const status = await runBot(settings, {
      ...opened,
      openKnowledge: (options) => openKnowledge({ folder, models: MODELS, encoders, now, newId, ...options }),
      stopSignal: listenForStop(),
    });
    // A connection that does not close must not keep the process alive by its sockets and timers.
    return process.exit(status);
  },
};

/** Opens the articles of the folder that the arguments of `script` name, else that of the settings. */
async function openFor(
  script: string,
  { folder }: Pick<ArticlesArguments, 'folder'>,
): Promise<KnowledgeService> {
  const { knowledge } = await openKnowledge({
    folder:
      folder === null
        ? (await requireUsable(checkKnowledgeSettings(process.env))).knowledgeDir
        : resolveFromCaller(process.env, script, folder),
    models: MODELS,
    encoders: readEncoderSettings(),
    // The answers themselves say so.
    onWordsAlone: () => {},
    now,
    newId,
    overlays: null,
    phrasings: null,
    onStoreError: () => {},
    // The error tells the asker.
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
 * Returns the settings after checking them and the paths that they name.
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

/** How often the bot checks whether npm, its parent, was killed. */
const CHECK_PARENT_MS = 1000;

function listenForStop(): Promise<NodeJS.Signals> {
  return firstStopSignal({
    process,
    nowMs: terminal.nowMs,
    repeat: (check) => setInterval(check, CHECK_PARENT_MS).unref(),
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
  if (!['ask', 'articles', 'texts', 'bench', 'evaluate'].includes(name) && args.length > 0) {
    throw new UserFacingError('unusable-arguments', `“${name}” takes no arguments.`);
  }
  return command(args);
}

/** Returns a line about an .env file that exists but cannot be read; null where it was read or does not exist. */
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
  // `exitCode` would wait: a refused connection may leave sockets open.
  process.exit(2);
}
