import { toPrintable } from '../text/layout/printable.ts';
import { computeEditDistance } from '../text/words/edit-distance.ts';
import type { Environment } from './values.ts';

/** Every variable that Footnote reads. */
export const VARIABLES = [
  'DISCORD_TOKEN',
  'DISCORD_API_URL',
  'DISCORD_GUILD_ID',
  'KNOWLEDGE_DIR',
  'KNOWLEDGE_GUILD_IDS',
  'AUTO_REFRESH',
  'DATABASE_URL',
  'KEEP_QUESTIONS_DAYS',
  'KEEP_LEFT_SERVERS_DAYS',
  'ENCODERS',
  'SHARD_COUNT',
  'SHARDS',
  'LOG_LEVEL',
] as const;

export type Variable = (typeof VARIABLES)[number];

/** Beginnings that only variables meant for Footnote have, and what they are meant as. */
const DISTINCTIVE: readonly (readonly [RegExp, Variable])[] = [
  [/^KEEP_QUESTION/, 'KEEP_QUESTIONS_DAYS'],
  [/^KEEP_LEFT/, 'KEEP_LEFT_SERVERS_DAYS'],
  [/^KNOWLEDGE_(?:DIR|FOLDER|PATH)/, 'KNOWLEDGE_DIR'],
  [/^KNOWLEDGE_(?:GUILD|SERVER)/, 'KNOWLEDGE_GUILD_IDS'],
];

/**
 * The variables that are ours but for a slip, each with the right name. Variables of other programs are passed over, and slips whose
 * right name is set too.
 *
 * @param concerned the variables that are read now; slips in others are of no concern
 */
export function findMisspelt(env: Environment, concerned: readonly Variable[]): readonly string[] {
  return Object.keys(env).flatMap((name) => {
    const meant = (env[name]?.trim() ?? '') === '' ? undefined : meantAs(name);
    if (meant === undefined || !concerned.includes(meant) || env[meant] !== undefined) return [];
    return [
      `There is no setting ${toPrintable(name)}; did you mean ${meant}? Rename it; if another program needs it, add a line “${meant}=”.`,
    ];
  });
}

function meantAs(name: string): Variable | undefined {
  if (VARIABLES.some((variable) => variable === name)) return undefined;
  const upper = name.toUpperCase().replaceAll('-', '_');
  return (
    VARIABLES.find((variable) => isSlipOf(upper, variable)) ??
    DISTINCTIVE.find(([beginning]) => beginning.test(upper))?.[1]
  );
}

/** The shortest name without underscores that no other program is likely to use for something else. */
const LONG_NAME = 10;

function isSlipOf(name: string, variable: Variable): boolean {
  const [words, right] = [name.split('_'), variable.split('_')];
  if (words.length === right.length && (right.length > 1 || name === variable))
    return right.every((word, index) => isSlipOfWord(words[index] ?? '', word));
  const joined = right.join('');
  return joined.length >= LONG_NAME && words.join('') === joined;
}

/**
 * In words of up to four letters a letter in the place of another makes another word (`URI`, `APP`), not a slip.
 */
function isSlipOfWord(word: string, right: string): boolean {
  if (word === right) return true;
  if (right.length > 4)
    return computeEditDistance(word, right, right.length > 7 ? 2 : 1) <= (right.length > 7 ? 2 : 1);
  const isSwapped = word.length === right.length && lettersOf(word) === lettersOf(right);
  return computeEditDistance(word, right, 1) === 1 && (isSwapped || word.length !== right.length);
}

function lettersOf(word: string): string {
  return word.split('').toSorted().join('');
}
