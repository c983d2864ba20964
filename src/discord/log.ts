import { type DestinationStream, type Logger, pino } from 'pino';

/**
 * The log: one JSON object a line, on standard output unless another is given. Members' texts are logged at `debug`
 * only, and a token never: discord.js's errors carry the request, whose address holds an interaction's token.
 */
export function createLog(level: string, output: DestinationStream = pino.destination(1)): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
  };
  return pino(options, output);
}

/** What helps to find a mistake, without the request that caused it: type, message, code and place. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: withoutTokens(String(error)) };
  return {
    type: error.name,
    message: withoutTokens(error.message),
    ...('code' in error ? { code: error.code } : {}),
    ...('status' in error ? { status: error.status } : {}),
    stack: withoutTokens(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Interaction tokens stand in addresses; a bot token is three parts of letters joined by full stops. */
function withoutTokens(text: string): string {
  return text
    .replace(/(\/(?:interactions|webhooks)\/\d+\/)[^/\s"']+/g, '$1[token]')
    .replace(/(?<![\w-])[\w-]{23,}\.[\w-]{6,}\.[\w-]{25,}/g, '[token]');
}
