#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { runCommand } from './commands.ts';
import { UserFacingError } from './requests/kit/user-facing-error.ts';
import { exitOnOutputError } from './terminal/terminal.ts';

/** Returns a line about an .env file that exists but cannot be read, or null if it was read or does not exist. */
function whyEnvFileUnread({ error }: ReturnType<typeof dotenv.config>): string | null {
  const code = error !== undefined && 'code' in error ? String(error.code) : null;
  if (code === null || ['ENOENT', 'NOT_FOUND_DOTENV_ENVIRONMENT'].includes(code)) return null;
  return `  • The file .env was not read (${code}). Make it a file that the bot’s user may read.\n`;
}

exitOnOutputError(process.stdout);
const envFile = dotenv.config({ quiet: true });
try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    input: process.stdin,
    output: process.stdout,
    progress: process.stderr,
    nowMs: () => performance.now(),
    env: process.env,
    models: fileURLToPath(new URL('../models', import.meta.url)),
    wording: fileURLToPath(new URL('../src/wording', import.meta.url)),
  });
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  if (error.code === 'unusable-settings') process.stderr.write(whyEnvFileUnread(envFile) ?? '');
  // `exitCode` would wait: a refused connection may leave sockets open.
  process.exit(2);
}
