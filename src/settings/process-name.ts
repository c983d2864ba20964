import { hostname } from 'node:os';
import { type EnvironmentSource, quoteSafely, readText } from './values.ts';

const NAME = 'PROCESS_NAME';
const MAX_CHARS = 64;

/** Reads the name that each line of the log has. Unless set, it is the host's name and the number of the process. */
export function readProcessName(source: EnvironmentSource): string {
  const text = readText(source, NAME);
  if (text === null) return `${hostname()}-${process.pid}`;
  if (text.length > MAX_CHARS || !/^[\w.:@-]+$/.test(text))
    source.mistakes.push(
      `${NAME} is ${quoteSafely(text)}; it must be a name of at most ${MAX_CHARS} letters A–Z, digits and “.”, “:”, “@”, “_”, “-”, or left out.`,
    );
  return text;
}
