import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { isTextTree } from './build-texts.ts';

interface TextLimit {
  /** In characters. */
  readonly max: number;
  /** What else the text must be. */
  readonly pattern: RegExp | null;
}

/**
 * How Discord names commands and options, in any script.
 *
 * @see https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-naming
 */
const NAME: TextLimit = { max: 32, pattern: /^[-_'\p{L}\p{N}]+$/u };
const DESCRIPTION: TextLimit = { max: 100, pattern: null };
/** The name of a choice, or in the menu of a message: any text. */
const CHOICE: TextLimit = { max: 100, pattern: null };
const MESSAGE_MENU_NAME: TextLimit = { max: 32, pattern: null };
/** Ten fewer than Discord takes: the number of votes stands behind it. */
const BUTTON: TextLimit = { max: 70, pattern: null };
const PLACEHOLDER: TextLimit = { max: 150, pattern: null };
const FORM: TextLimit = { max: 45, pattern: null };

/** Returns how long a text may be for Discord to show it where it stands, by its key such as `commands.ask.name`, or null for most texts. */
function findLimit(key: string): TextLimit | null {
  const [group] = key.split('.');
  if (group === 'commands') return commandLimit(key);
  if (group === 'buttons') return BUTTON;
  if (group === 'menus') return PLACEHOLDER;
  return group === 'noteForm' || group === 'missingForm' ? FORM : null;
}

function commandLimit(key: string): TextLimit {
  if (key === 'commands.answerMessage.name' || key === 'commands.saveMessage.name') return MESSAGE_MENU_NAME;
  if (key.endsWith('.description')) return DESCRIPTION;
  return key.includes('.choices.') ? CHOICE : NAME;
}

/** What is wrong with the text of one key, such as `buttons.undo`. */
export type TranslationMistake = { readonly key: string } & (
  | { readonly kind: 'missing'; readonly source: string }
  /** A whole group of texts is missing. */
  | { readonly kind: 'missing-group'; readonly count: number }
  /** Something else stands in the place of a group of texts. */
  | { readonly kind: 'not-a-group' }
  /** The source has no such text. */
  | { readonly kind: 'superfluous' }
  | { readonly kind: 'not-a-text' }
  /** It is no ICU message; `detail` is the parser's, in English. */
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'argument-missing'; readonly argument: string }
  | { readonly kind: 'argument-unknown'; readonly argument: string }
  /** A text is counted, or formatted in another way than the source allows. */
  | { readonly kind: 'argument-misused'; readonly argument: string }
  /** A plural lacks forms that the language has. */
  | { readonly kind: 'forms-missing'; readonly argument: string; readonly forms: string }
  /** The blank at the start or the end of a text is lost on the way. */
  | { readonly kind: 'not-trimmed' }
  | { readonly kind: 'too-long'; readonly chars: number; readonly max: number }
  /** A command's name holds a capital, a space or a sign. */
  | { readonly kind: 'unusable-name' }
  /** Another command or option beside it has the same name. */
  | { readonly kind: 'same-name'; readonly other: string }
);

/** Every text by its key, in order. */
export type TextsByKey = ReadonlyMap<string, unknown>;

/** Returns every text of a tree by its key. What is neither a text nor a tree stands there as it is. */
export function flattenTexts(tree: unknown, prefix = ''): TextsByKey {
  return new Map(
    Object.entries(tree ?? {}).flatMap(([key, node]) =>
      isTextTree(node) ? [...flattenTexts(node, `${prefix}${key}.`)] : [[`${prefix}${key}`, node] as const],
    ),
  );
}

/** Returns what is wrong with a translation of `source` into the language of a BCP 47 tag, in the order of the keys; nothing where it is complete. */
export function checkTranslation(
  source: unknown,
  translation: unknown,
  tag: string,
): readonly TranslationMistake[] {
  const [wanted, given] = [flattenTexts(source), flattenTexts(translation)];
  const forms = listPluralForms(tag);
  const groups = checkGroups(source, translation);
  const isInGroup = (key: string): boolean => groups.some((group) => `${key}.`.startsWith(`${group.key}.`));
  return [
    ...groups,
    ...[...wanted]
      .filter(([key]) => !isInGroup(key))
      .flatMap(([key, text]) => checkText({ key, source: String(text), text: given.get(key), forms })),
    ...[...given.keys()]
      .filter((key) => !wanted.has(key) && !isInGroup(key))
      .map((key) => ({ key, kind: 'superfluous' }) as const),
    ...checkSiblings(given),
  ];
}

/** Returns the groups of the source that are missing, or are none; not those inside such a group. */
function checkGroups(source: unknown, translation: unknown, prefix = ''): readonly TranslationMistake[] {
  const given = isTextTree(translation) ? translation : {};
  return Object.entries(source ?? {}).flatMap(([name, node]): readonly TranslationMistake[] => {
    const key = prefix + name;
    if (!isTextTree(node)) return [];
    const group = Object.hasOwn(given, name) ? given[name] : undefined;
    if (group === undefined) return [{ key, kind: 'missing-group', count: flattenTexts(node).size }];
    return isTextTree(group) ? checkGroups(node, group, `${key}.`) : [{ key, kind: 'not-a-group' }];
  });
}

interface Candidate {
  readonly key: string;
  readonly source: string;
  readonly text: unknown;
  /** The plural forms of the language. */
  readonly forms: readonly string[];
}

function checkText({ key, source, text, forms }: Candidate): readonly TranslationMistake[] {
  if (text === undefined || text === '') return [{ key, kind: 'missing', source }];
  if (typeof text !== 'string') return [{ key, kind: 'not-a-text' }];
  if (text.trim() !== text) return [{ key, kind: 'not-trimmed' }];
  try {
    return [...checkLimit(key, text), ...checkArguments({ key, source, text, forms })];
  } catch (error) {
    return [{ key, kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) }];
  }
}

function checkLimit(key: string, text: string): readonly TranslationMistake[] {
  const limit = findLimit(key);
  if (limit === null) return [];
  const { max, pattern } = limit;
  if (text.length > max) return [{ key, kind: 'too-long', chars: text.length, max }];
  const isUsable = pattern === null || (pattern.test(text) && text === text.toLowerCase());
  return isUsable ? [] : [{ key, kind: 'unusable-name' }];
}

function checkArguments({
  key,
  source,
  text,
  forms,
}: Candidate & { readonly text: string }): readonly TranslationMistake[] {
  const [wanted, given] = [readArguments(source), readArguments(text)];
  const names = new Set([...wanted, ...given].map(({ name }) => name));
  return [...names].flatMap((argument): readonly TranslationMistake[] => {
    if (!isUsed(given, argument)) return [{ key, kind: 'argument-missing', argument }];
    if (!isUsed(wanted, argument)) return [{ key, kind: 'argument-unknown', argument }];
    const uses = given.filter(({ name }) => name === argument);
    const allowed = wanted.filter(({ name }) => name === argument);
    if (uses.some((use) => !isAllowed(use, allowed))) return [{ key, kind: 'argument-misused', argument }];
    const missing = uses.flatMap(({ use, options }) =>
      use === 'plural' ? forms.filter((form) => !options.includes(form)) : [],
    );
    return missing.length === 0 ? [] : [{ key, kind: 'forms-missing', argument, forms: missing.join(', ') }];
  });
}

function isUsed(used: readonly UsedArgument[], argument: string): boolean {
  return used.some(({ name }) => name === argument);
}

/** Numbers may be counted or stand as they are; a choice has the options of the source. */
function isAllowed({ use, options }: UsedArgument, allowed: readonly UsedArgument[]): boolean {
  const isNumber = allowed.some((each) => each.use === 'number' || each.use === 'plural');
  switch (use) {
    case 'text':
      return true;
    case 'number':
    case 'plural':
      return isNumber;
    case 'select':
      return allowed.some(
        (each) => each.use === use && each.options.toSorted().join() === options.toSorted().join(),
      );
    case 'other':
      return false;
  }
}

/** The plural forms that whole numbers have in a language, such as `one` and `other`. */
function listPluralForms(tag: string): readonly string[] {
  const rules = new Intl.PluralRules(tag);
  const forms = Array.from({ length: 201 }, (_, count) => rules.select(count));
  return [...new Set([...forms, 'other'])];
}

/** Commands, and the options of each, are told apart by their names. */
function checkSiblings(texts: TextsByKey): readonly TranslationMistake[] {
  const seen = new Map<string, string>();
  return [...texts].flatMap(([key, text]): readonly TranslationMistake[] => {
    if (!/^commands\..*\.name$/.test(key) || text === '') return [];
    const path = key.split('.');
    const parentKey = [...path.slice(0, -2), text].join('.');
    const other = seen.get(parentKey);
    seen.set(parentKey, key);
    return other === undefined ? [] : [{ key, kind: 'same-name', other }];
  });
}

/** What a message does with an argument. */
type ArgumentUse = 'text' | 'number' | 'plural' | 'select' | 'other';

interface UsedArgument {
  readonly name: string;
  readonly use: ArgumentUse;
  /** The options of a `plural` or `select`, `=0` among them. */
  readonly options: readonly string[];
}

/**
 * Returns every use of an argument in an ICU message, those inside options among them; none for an empty text.
 *
 * @throws {SyntaxError} where the text is no ICU message
 */
function readArguments(text: string): readonly UsedArgument[] {
  return listUsedArguments(parse(text, { ignoreTag: true }));
}

function listUsedArguments(elements: readonly MessageFormatElement[]): readonly UsedArgument[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
      case TYPE.tag:
        return [];
      case TYPE.argument:
        return [{ name: element.value, use: 'text', options: [] }];
      case TYPE.number:
        return [{ name: element.value, use: 'number', options: [] }];
      case TYPE.plural:
      case TYPE.select: {
        const { value: name, options } = element;
        const use = element.type === TYPE.plural ? 'plural' : 'select';
        const within = Object.values(options).flatMap(({ value }) => listUsedArguments(value));
        return [{ name, use, options: Object.keys(options) } as const, ...within];
      }
      default:
        return [{ name: element.value, use: 'other', options: [] }];
    }
  });
}
