import { toPrintable } from '../text/layout/printable.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that are read, and where each mistake is noted in words. */
export interface SettingsReader {
  readonly env: Environment;
  readonly mistakes: string[];
}

/** Null where a variable is not set; a value of white space alone counts as not set, as in `LOG_LEVEL=`. */
export function readText({ env }: SettingsReader, name: string): string | null {
  const trimmed = env[name]?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** One of `choices`, in capitals or not; the first mistake is noted and `fallback` returned. */
export function readChoice<Choice extends string>(
  reader: SettingsReader,
  name: string,
  { choices, fallback }: { readonly choices: readonly Choice[]; readonly fallback: Choice },
): Choice {
  const text = readText(reader, name) ?? fallback;
  const choice = choices.find((known) => known === text.toLowerCase());
  if (choice === undefined)
    reader.mistakes.push(`${name} is ${quoteSafely(text)}; it must be ${inWords(choices)}.`);
  return choice ?? fallback;
}

/** A number of days; null where it is not set. */
export function readDays(reader: SettingsReader, name: string): number | null {
  const text = readText(reader, name);
  if (text === null) return null;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days < 1)
    reader.mistakes.push(
      `${name} is ${quoteSafely(text)}; it must be a number of days from 1 to 99999, or left out.`,
    );
  return days;
}

const GUILD_ID = /^\d{17,20}$/;
const COPY_ID = 'that has 17 to 20 digits (right-click the server, “Copy Server ID”)';

/** The id of a server; null where it is not set. */
export function readGuildId(reader: SettingsReader, name: string): string | null {
  const id = readText(reader, name);
  if (id !== null && !GUILD_ID.test(id)) reader.mistakes.push(`${name} is no server’s id: ${COPY_ID}.`);
  return id;
}

/** The ids of servers with commas between; null where it is not set. */
export function readGuildIds(reader: SettingsReader, name: string): readonly string[] | null {
  const text = readText(reader, name);
  if (text === null) return null;
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const wrong = ids.filter((id) => !GUILD_ID.test(id));
  if (wrong.length > 0 || ids.length === 0) {
    const named = wrong.length === 0 ? quoteSafely(text) : wrong.map(quoteSafely).join(', ');
    reader.mistakes.push(`${name}: ${named} is no server’s id; ${COPY_ID}, and a comma stands between two.`);
  }
  return Object.freeze(ids);
}

/** What stands for a value that may be a token, a key or a password in the wrong place. */
const HIDDEN = 'something that is not repeated here, since it may be secret';
const LONGEST_QUOTED = 60;

/** A wrong value in quotation marks. Long runs of letters and digits, and addresses with “@”, are never repeated. */
export function quoteSafely(value: string): string {
  const isSecret = value.length > LONGEST_QUOTED || /[\w-]{20,}|@/.test(value);
  return isSecret ? HIDDEN : `“${toPrintable(value)}”`;
}

function inWords(choices: readonly string[]): string {
  return choices.length === 2
    ? choices.map((choice) => `“${choice}”`).join(' or ')
    : `one of ${choices.join(', ')}`;
}
