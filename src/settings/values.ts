import { toPrintable } from '../text/layout/printable.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment to read, and the list that collects a message for each mistake. */
export interface EnvironmentSource {
  readonly env: Environment;
  readonly mistakes: string[];
}

/** Reads a variable, or null if it is not set. White space alone counts as not set, as in `LOG_LEVEL=`. */
export function readText({ env }: EnvironmentSource, name: string): string | null {
  const trimmed = env[name]?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Reads one of `choices`, in upper or lower case. Returns `fallback` where it is not set, or wrong, which is a mistake. */
export function readChoice<Choice extends string>(
  source: EnvironmentSource,
  name: string,
  { choices, fallback }: { readonly choices: readonly Choice[]; readonly fallback: Choice },
): Choice {
  const text = readText(source, name) ?? fallback;
  const choice = choices.find((known) => known === text.toLowerCase());
  if (choice === undefined)
    source.mistakes.push(`${name} is ${quoteSafely(text)}; it must be ${listChoices(choices)}.`);
  return choice ?? fallback;
}

/** Reads a number of days, or null if it is not set. */
export function readDays(source: EnvironmentSource, name: string): number | null {
  const text = readText(source, name);
  if (text === null) return null;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days < 1)
    source.mistakes.push(
      `${name} is ${quoteSafely(text)}; it must be a number of days from 1 to 99999, or left out.`,
    );
  return days;
}

const GUILD_ID = /^\d{17,20}$/;
const COPY_ID = 'an ID has 17 to 20 digits (right-click the server, “Copy Server ID”)';

/** Reads the id of a server, or null if it is not set. */
export function readGuildId(source: EnvironmentSource, name: string): string | null {
  const id = readText(source, name);
  if (id !== null && !GUILD_ID.test(id)) source.mistakes.push(`${name} is not a server’s ID: ${COPY_ID}.`);
  return id;
}

/** Reads ids of servers, separated by commas, or null if none is set. */
export function readGuildIds(source: EnvironmentSource, name: string): readonly string[] | null {
  const text = readText(source, name);
  if (text === null) return null;
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const wrong = ids.filter((id) => !GUILD_ID.test(id));
  if (wrong.length > 0 || ids.length === 0) {
    const named = wrong.length === 0 ? quoteSafely(text) : wrong.map(quoteSafely).join(', ');
    source.mistakes.push(`${name}: ${named} is not a server’s ID; ${COPY_ID}. Separate several with commas.`);
  }
  return Object.freeze(ids);
}

/** Replaces a value that may be a token, a key or a password in the wrong variable. */
const HIDDEN = 'something that is not shown here, as it may be secret';
const LONGEST_QUOTED = 60;

/** Quotes a wrong value. Hides long runs of letters and digits, and addresses with “@”. */
export function quoteSafely(value: string): string {
  const isSecret = value.length > LONGEST_QUOTED || /[\w-]{20,}|@/.test(value);
  return isSecret ? HIDDEN : `“${toPrintable(value)}”`;
}

function listChoices(choices: readonly string[]): string {
  return choices.length === 2
    ? choices.map((choice) => `“${choice}”`).join(' or ')
    : `one of ${choices.join(', ')}`;
}

/**
 * Explains why a file .env counts for nothing although it was read: it holds something other than UTF-8 text. Returns null for a file that
 * is fine. Text in another encoding still counts where its settings can be read, as with accents in a comment.
 *
 * @param bytes the content of the file
 * @param settingCount the number of settings that were read from it
 */
export function explainEnvFile(bytes: Uint8Array, settingCount: number): string | null {
  if (!bytes.includes(0) && (settingCount > 0 || isUtf8(bytes))) return null;
  return 'The file .env is not UTF-8 text, so none of its settings count. Open it in your editor and save it as UTF-8; in Notepad, “Save as” offers this beside “Encoding”.';
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
