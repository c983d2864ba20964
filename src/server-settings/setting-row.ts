/**
 * One row of the settings table: what a setting accepts, what a new server has, and how moderators choose it. The kind decides how a
 * value is read from stored text and which options a slash command offers for it.
 */
export type SettingRow = RowOptions &
  (
    | FlagKind
    | WholeNumberKind
    | ChoiceKind<string>
    /** A language code of the interface, such as `de`, or null if each member reads their own language. */
    | { readonly kind: 'language'; readonly default: null }
    /** The id of one channel or role, or null for none. */
    | { readonly kind: 'channel' | 'role'; readonly default: null }
    /** The ids of up to `max` channels (or categories, which stand for their channels) or roles, in any order. */
    | ListKind
  );

interface RowOptions {
  /** The sub-command of `/settings` that changes it. Rows of one sub-command stand together, in the order of its options. */
  readonly command: string;
  /** Whether the sub-command cannot be sent without it. Otherwise a setting whose option is left out keeps its value. */
  readonly isRequired?: boolean;
}

interface FlagKind {
  readonly kind: 'flag';
  readonly default: boolean;
  /** Whether the option asks for the opposite, as “nowhere: yes” does for a setting that says where. */
  readonly isOptionOpposite?: boolean;
}

interface WholeNumberKind {
  readonly kind: 'number';
  /** The least and the greatest value. */
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** The values that a menu offers, rising, beside the default and the present one: at most 23. */
  readonly steps: readonly number[];
}

interface ListKind {
  readonly kind: 'channels' | 'roles';
  readonly max: number;
  readonly default: readonly [];
  /** Whether it takes forums alone: channels in which each thread is a post. */
  readonly isForForums?: boolean;
}

interface ChoiceKind<Choice extends string> {
  readonly kind: 'choice';
  /** In the order in which they are offered. */
  readonly choices: readonly Choice[];
  readonly default: Choice;
}

/** The type of a row's value. */
export type ValueOfRow<Row extends SettingRow> = Row extends { readonly kind: 'flag' }
  ? boolean
  : Row extends { readonly kind: 'number' }
    ? number
    : Row extends { readonly kind: 'choice'; readonly choices: ReadonlyArray<infer Choice> }
      ? Choice
      : Row extends { readonly kind: 'channels' | 'roles' }
        ? readonly string[]
        : string | null;

/** Returns the text under which the store keeps a value. */
export function writeSetting(value: boolean | number | string | readonly string[] | null): string {
  return JSON.stringify(value);
}

/**
 * Returns the value that a stored text stands for; undefined for a text that is no value of this row, because somebody edited it by hand,
 * the file is damaged, or another version of Footnote wrote it. Lists are frozen.
 */
export function parseSetting<Row extends SettingRow>(row: Row, stored: string): ValueOfRow<Row> | undefined {
  const value = parseJson(stored);
  if (!isSettingValue(row, value)) return undefined;
  Object.freeze(value);
  return value;
}

/** Returns whether a row accepts a value. */
export function isSettingValue<Row extends SettingRow>(row: Row, value: unknown): value is ValueOfRow<Row> {
  switch (row.kind) {
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= row.min && value <= row.max;
    case 'choice':
      return row.choices.some((choice) => choice === value);
    case 'language':
      return value === null || (typeof value === 'string' && LANGUAGE_CODE.test(value));
    case 'channel':
    case 'role':
      return value === null || typeof value === 'string';
    case 'channels':
    case 'roles':
      return Array.isArray(value) && value.every((each) => typeof each === 'string');
  }
}

/** The shape of a BCP 47 tag. Which languages the interface speaks is not known here: a code that it has no texts for counts as none. */
const LANGUAGE_CODE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
