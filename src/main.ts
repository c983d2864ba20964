#!/usr/bin/env node
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { runCommand } from './commands.ts';
import { UserFacingError } from './requests/kit/user-facing-error.ts';
import { explainEnvFile } from './settings/values.ts';
import { exitOnOutputError } from './terminal/terminal.ts';

/** Returns a sentence about an .env file that exists but counts for nothing, or null if it was read or does not exist. */
function whyEnvFileUnread({ error, parsed = {} }: ReturnType<typeof dotenv.config>): string | null {
  if (error === undefined) {
    // A named pipe gives its content only once.
    const isFile = statSync('.env', { throwIfNoEntry: false })?.isFile() ?? false;
    return isFile ? explainEnvFile(readFileSync('.env'), Object.keys(parsed).length) : null;
  }
  const code = 'code' in error ? String(error.code) : null;
  if (code === null || ['ENOENT', 'NOT_FOUND_DOTENV_ENVIRONMENT'].includes(code)) return null;
  return `The file .env was not read (${code}). Make it a file that the bot’s user may read.`;
}

function readVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return version;
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
    version: readVersion(),
    page: fileURLToPath(new URL('./playground/page', import.meta.url)),
  });
} catch (error) {
  if (!(error instanceof UserFacingError)) throw error;
  process.stderr.write(`${error.message}\n`);
  const envProblem = error.code === 'unusable-settings' ? whyEnvFileUnread(envFile) : null;
  if (envProblem !== null) process.stderr.write(`  • ${envProblem}\n`);
  // `exitCode` would wait: a refused connection may leave sockets open.
  process.exit(2);
}
