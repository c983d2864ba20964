import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The log: one JSON object a line, on standard output unless another is given. Members' texts are logged at `debug`
 * only, and a token never: discord.js's errors carry the request, whose address holds an interaction's token.
 */
export function createLog(level: string, output: DestinationStream = standardOutput()): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return pino(options, output);
}

/** So much of the log waits while it cannot be written; what comes then is lost. */
const MAX_WAITING_CHARS = 1_000_000;

/** Lines are written at once, so that none is lost at the end. A full disk under the log is no reason to stop answering. */
function standardOutput(): DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: MAX_WAITING_CHARS });
  output.on('error', () => undefined);
  return output;
}

/** What helps to find a mistake, without the request that caused it: type, message, code and place. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: withoutTokens(String(error)) };
  // What Discord refuses in a body it may quote, a member's words among it.
  const clean = error.name.startsWith('DiscordAPIError') ? withoutQuotes : withoutTokens;
  return {
    type: error.name,
    message: clean(error.message),
    ...('code' in error ? { code: error.code } : {}),
    ...('status' in error ? { status: error.status } : {}),
    stack: clean(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

function withoutQuotes(text: string): string {
  return withoutTokens(text).replace(/"[^"\n]*"/g, '"…"');
}

/** Interaction tokens stand in addresses; a bot token is three parts of letters joined by full stops. */
function withoutTokens(text: string): string {
  return text
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/\s"']+/g, '$1[token]')
    .replace(/(?<![\w-])[\w-]{23,}\.[\w-]{6,}\.[\w-]{25,}/g, '[token]');
}
