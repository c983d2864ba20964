import { toPrintable } from '../text/layout/printable.ts';
import { computeEditDistance } from '../text/words/edit-distance.ts';
import type { Environment } from './values.ts';

/** All environment variables that Footnote reads. */
export const VARIABLES = [
  'DISCORD_TOKEN',
  'DISCORD_TOKEN_FILE',
  'DISCORD_API_URL',
  'DISCORD_GUILD_ID',
  'KNOWLEDGE_DIR',
  'KNOWLEDGE_GUILD_IDS',
  'AUTO_REFRESH',
  'DATABASE_URL',
  'DATABASE_URL_FILE',
  'KEEP_QUESTIONS_DAYS',
  'KEEP_LEFT_SERVERS_DAYS',
  'ENCODERS',
  'SHARD_COUNT',
  'SHARDS',
  'METRICS_PORT',
  'METRICS_HOST',
  'LOG_LEVEL',
  'PROCESS_NAME',
] as const;

export type Variable = (typeof VARIABLES)[number];

/** Beginnings that only variables meant for Footnote have, with the variable that each means. */
const DISTINCTIVE: readonly (readonly [RegExp, Variable])[] = [
  [/^KEEP_QUESTION/, 'KEEP_QUESTIONS_DAYS'],
  [/^KEEP_LEFT/, 'KEEP_LEFT_SERVERS_DAYS'],
  [/^KNOWLEDGE_(?:DIR|FOLDER|PATH)/, 'KNOWLEDGE_DIR'],
  [/^KNOWLEDGE_(?:GUILD|SERVER)/, 'KNOWLEDGE_GUILD_IDS'],
];

/** An example of `.env` has this one, empty, for everyone to fill in: beside a misspelt one, the empty line is forgotten. */
const WANTED: Variable = 'DISCORD_TOKEN';

/**
 * Returns a message for each misspelt variable, with the right name. Ignores variables of other programs, and misspelt ones whose right
 * name is also set, be it to nothing; the token, or the file with it, has to be set to something.
 *
 * @param concerned the variables that the command reads; misspellings of others do not matter
 */
export function findMisspeltVariables(env: Environment, concerned: readonly Variable[]): readonly string[] {
  return Object.keys(env).flatMap((name) => {
    const meant = isEmpty(env[name]) ? undefined : findMeantVariable(name);
    if (meant === undefined || !concerned.includes(meant)) return [];
    const isSet =
      meant === WANTED
        ? [meant, `${meant}_FILE`].some((each) => !isEmpty(env[each]))
        : env[meant] !== undefined;
    const remedy =
      meant === WANTED
        ? `Rename it, and remove a line “${meant}=”.`
        : `Rename it; if another program needs it, add a line “${meant}=”.`;
    return isSet ? [] : [`There is no setting ${toPrintable(name)}; did you mean ${meant}? ${remedy}`];
  });
}

function isEmpty(value: string | undefined): boolean {
  return value === undefined || value.trim() === '';
}

function findMeantVariable(name: string): Variable | undefined {
  if (VARIABLES.some((variable) => variable === name)) return undefined;
  const upper = name.toUpperCase().replaceAll('-', '_');
  return (
    VARIABLES.find((variable) => isMisspelling(upper, variable)) ??
    DISTINCTIVE.find(([beginning]) => beginning.test(upper))?.[1]
  );
}

/** From this length on, no other program is likely to use a name of ours without its underscores. */
const LONG_NAME = 10;

function isMisspelling(name: string, variable: Variable): boolean {
  const [words, right] = [name.split('_'), variable.split('_')];
  if (words.length === right.length && (right.length > 1 || name === variable))
    return right.every((word, index) => isMisspeltWord(words[index] ?? '', word));
  const joined = right.join('');
  return joined.length >= LONG_NAME && words.join('') === joined;
}

/** Returns whether a word is misspelt. In words of up to four letters, a replaced letter makes another word (`URI`, `APP`), not a misspelling. */
function isMisspeltWord(word: string, right: string): boolean {
  if (word === right) return true;
  if (right.length > 4) return isWithinEdits(word, right, right.length > 7 ? 2 : 1);
  const isSwapped = word.length === right.length && sortLetters(word) === sortLetters(right);
  return isWithinEdits(word, right, 1) && (isSwapped || word.length !== right.length);
}

function isWithinEdits(word: string, right: string, most: number): boolean {
  return computeEditDistance(word, right, most) <= most;
}

function sortLetters(word: string): string {
  return word.split('').toSorted().join('');
}
