import { resolve } from 'node:path';
import dotenv from 'dotenv';
import { ServedKnowledge } from './requests/served-knowledge.ts';
import { listSources } from './requests/sources.ts';
import { UserFacingError } from './requests/user-facing-error.ts';
import { readDiscordSettings, readSettings } from './settings.ts';
import { runArticles } from './terminal/articles-command.ts';
import { parseAskArguments } from './terminal/ask-arguments.ts';
import { runAsk } from './terminal/ask-command.ts';

const now = (): Date => new Date();
const terminal = { input: process.stdin, output: process.stdout, nowMs: () => performance.now() };

/** Each command returns its exit status. discord.js is loaded only where it is needed: it takes 0.3 s and 87 MB. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  async ask(args) {
    const wanted = parseAskArguments(args);
    const folder =
      wanted.folder === null ? readSettings(process.env).knowledgeDir : fromCaller(wanted.folder);
    await runAsk(await ServedKnowledge.open(folder, now), wanted, terminal);
    return 0;
  },
  async articles() {
    const knowledge = await ServedKnowledge.open(readSettings(process.env).knowledgeDir, now);
    return runArticles(listSources(knowledge), terminal);
  },
  async register() {
    const { registerCommands } = await import('./discord/register-commands.ts');
    return registerCommands(readDiscordSettings(process.env), process.stdout);
  },
  async start() {
    const { runBot } = await import('./discord/bot.ts');
    const settings = readDiscordSettings(process.env);
    // Sockets and timers of a connection that would not close must not keep the process.
    return process.exit(await runBot(settings, await ServedKnowledge.open(settings.knowledgeDir, now)));
  },
};

/** A folder as the caller means it: npm moves to the project's root before it runs a script. */
function fromCaller(folder: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: callerDir } = process.env;
  return resolve(script === 'ask' && callerDir !== undefined ? callerDir : '.', folder);
}

async function main(name = '', ...args: readonly string[]): Promise<number> {
  dotenv.config({ quiet: true });
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const names = Object.keys(COMMANDS).join(', ');
    throw new UserFacingError('unusable-arguments', `There is no command “${name}”: ${names}.`);
  }
  if (name !== 'ask' && args.length > 0) {
    throw new UserFacingError('unusable-arguments', `“${name}” takes no arguments.`);
  }
  return command(args);
}

// Whoever closes the pipe has read enough, as `… | head -1` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await main(...process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
