import { type DestinationStream, type Logger, pino } from 'pino';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { StoreError } from '../../store/kit/store-error.ts';

interface LogSettings {
  readonly logLevel: string;
  /** The name of this process, which each line has: several may write into one log. */
  readonly processName: string;
}

/**
 * Creates a log that writes one JSON object a line, by default to standard output. Members' texts are logged at `debug` only. Tokens
 * are never logged: discord.js's errors carry the request, whose address holds an interaction's token.
 */
export function createLog(
  { logLevel: level, processName }: LogSettings,
  output: DestinationStream = standardOutput(),
): Logger {
  const options = {
    level,
    base: { pid: process.pid, process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return pino(options, output);
}

/** Characters of the log that are buffered while writing fails; later lines are lost. */
const MAX_WAITING_CHARS = 1_000_000;

/** Logs that a request was refused: as an error with its cause where the database is at fault, which only the operator can put right. */
export function logRefused(
  log: Logger,
  { code, cause }: UserFacingError,
  facts: { readonly id?: string } = {},
): void {
  if (cause instanceof StoreError) log.error({ ...facts, code, err: cause }, 'refused');
  else log.info({ ...facts, code }, 'refused');
}

/** Writes lines synchronously, so that none is lost when the process ends. The bot keeps answering while the disk under the log is full. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MAX_WAITING_CHARS });
  output.on('error', () => undefined);
  return output;
}

/** Returns what helps to find a fault, without the request that caused it: type, message, code, status, stack and cause. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: removeTokens(String(error)) };
  // Its message says what happened and what to do, so where it was thrown helps nobody.
  const isExpected = error instanceof StoreError || error instanceof UserFacingError;
  const cause = passOverRepeated(error);
  // Discord's error may quote the body that it refused, with a member's words in it.
  const clean = error.name.startsWith('DiscordAPIError') ? removeQuotes : removeTokens;
  return {
    type: error.name,
    message: clean(error.message),
    ...('code' in error ? { code: error.code } : {}),
    ...('status' in error ? { status: error.status } : {}),
    ...(isExpected ? {} : { stack: clean(error.stack ?? '') }),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** Returns the cause of an error, or the cause behind it where that says the same again. */
function passOverRepeated({ message, cause }: Error): unknown {
  return cause instanceof Error && cause.message === message ? cause.cause : cause;
}

function removeQuotes(text: string): string {
  return removeTokens(text).replace(/"[^"\n]*"/g, '"…"');
}

/** Replaces tokens. Interaction tokens stand in addresses; a bot token is three parts joined by full stops. */
function removeTokens(text: string): string {
  return text
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/\s"']+/g, '$1[token]')
    .replace(/(?<![\w-])[\w-]{23,}\.[\w-]{6,}\.[\w-]{25,}/g, '[token]');
}
