import { parseArgs } from 'node:util';
import { UserFacingError } from '../requests/kit/user-facing-error.ts';
import { computeEditDistance } from '../text/words/edit-distance.ts';

/** An option of a command, as parsed and as described in the help. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help, such as `DIR`; left out where the option takes none. */
  readonly value?: string;
  /** Describes the option in the help, in a few words. */
  readonly help: string;
  /** What counts where the option is left out, as the help shows it. */
  readonly fallback?: string;
}

export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** One way to call a command. */
export interface CommandForm {
  /** What follows the options, such as `"question"`; `''` for nothing. */
  readonly operands: string;
  /** How it is typed in the help, where `npm run NAME -- OPERANDS` does not say it. The usage leaves such a form out. */
  readonly call?: string;
  /** Says in a few words what the command then does. */
  readonly help: string;
}

/** The name of a command with its options and operands. Parsing, the usage and the help derive from it. */
export interface CommandSyntax<Options extends CommandOptions = CommandOptions> {
  /** The name of the command and of its npm script. */
  readonly name: string;
  readonly forms: readonly CommandForm[];
  readonly options: Options;
  /** Calls that the help of the command shows. */
  readonly examples: readonly string[];
  /** Says how to give an operand that begins with a dash, where a person would. */
  readonly dashHint?: string;
}

/** `--knowledge DIR`, which every command takes that reads articles. */
export const KNOWLEDGE_OPTION = {
  knowledge: {
    type: 'string',
    value: 'DIR',
    help: 'the folder of articles',
    fallback: 'KNOWLEDGE_DIR, or the folder “knowledge”',
  },
} as const;

/**
 * Returns the folder that `--knowledge` names, or null if it is left out, so that the setting `KNOWLEDGE_DIR` decides.
 *
 * @throws {UserFacingError} `unusable-arguments` where it is empty
 */
export function readFolderOption(
  { knowledge }: { readonly knowledge?: string },
  syntax: CommandSyntax,
): string | null {
  if (knowledge === '') throw refuseArguments('--knowledge needs a folder.', syntax);
  return knowledge ?? null;
}

const MAX_NUMBER = 9_999_999;

/** An option that takes a whole number, with the lowest and the highest. */
export interface NumberOption {
  /** With its dashes. */
  readonly name: string;
  readonly min: number;
  /** 9,999,999 where it is left out. */
  readonly max?: number;
}

/**
 * Reads the whole number that an option was given.
 *
 * @throws {UserFacingError} `unusable-arguments` where it is none, or out of range
 */
export function readWholeNumber(
  text: string,
  { name, min, max = MAX_NUMBER }: NumberOption,
  syntax: CommandSyntax,
): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= min && number <= max) return number;
  throw refuseArguments(`${name} is “${text}”; it must be a whole number from ${min} to ${max}.`, syntax);
}

/** Options by name, undefined where they are left out, and the operands in order. */
interface ParsedArguments<Options extends CommandOptions> {
  readonly values: {
    readonly [Name in keyof Options]?: Options[Name]['type'] extends 'boolean' ? boolean : string;
  };
  readonly positionals: readonly string[];
}

/**
 * Parses arguments as `parseArgs` of Node.js does. Operands are refused where no form has any.
 *
 * @throws {UserFacingError} `unusable-arguments` with the usage, where they do not fit the syntax
 */
export function parseArguments<Options extends CommandOptions>(
  args: readonly string[],
  syntax: CommandSyntax<Options>,
): ParsedArguments<Options> {
  const { options, forms, name } = syntax;
  const allowPositionals = forms.some(({ operands }) => operands !== '');
  if (!allowPositionals && Object.keys(options).length === 0 && args.length > 0)
    throw new UserFacingError(
      'unusable-arguments',
      `“${name}” takes no arguments, but it was given “${args.join(' ')}”.`,
    );
  const mistake = findMistake(args, syntax, allowPositionals);
  if (mistake !== null) throw refuseArguments(mistake, syntax);
  return parseArgs({ args: [...args], allowPositionals, options });
}

/** Says what `parseArgs` would refuse, in words for people, or returns null. */
function findMistake(
  args: readonly string[],
  syntax: CommandSyntax,
  allowPositionals: boolean,
): string | null {
  const { tokens } = parseArgs({ args: [...args], options: syntax.options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'positional' && !allowPositionals)
      return `“${syntax.name}” takes options alone, but it was given “${token.value}”.`;
    const mistake = token.kind === 'option' ? explainOption(token, args, syntax) : null;
    if (mistake !== null) return mistake;
  }
  return null;
}

interface OptionToken {
  /** The place of the argument that holds the option. */
  readonly index: number;
  readonly name: string;
  /** With its dashes, as typed. */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** Whether the value stands behind “=”. */
  readonly inlineValue?: boolean | undefined;
}

/** Says what is wrong with one option, or returns null. */
function explainOption(
  { index, name, rawName, value, inlineValue }: OptionToken,
  args: readonly string[],
  syntax: CommandSyntax,
): string | null {
  const option = Object.hasOwn(syntax.options, name) ? syntax.options[name] : undefined;
  // Letters behind one dash come as an option each.
  if (option === undefined || !rawName.startsWith('--'))
    return explainUnknownOption(args[index] ?? rawName, syntax);
  if (option.type === 'boolean')
    return value === undefined ? null : `${rawName} takes no value. Leave “=${value}” out.`;
  const hasValue = value !== undefined && (inlineValue === true || !value.startsWith('-'));
  return hasValue ? null : `${rawName} needs a value: ${renderOption(name, option)}.`;
}

/** A misspelt option differs from the one meant by at most these letters. */
const MAX_SLIPS = 2;

function explainUnknownOption(written: string, { options, dashHint }: CommandSyntax): string {
  const [typed = written] = written.split('=', 1);
  const [nearest] = Object.keys(options)
    .map((name) => ({ name, slips: computeEditDistance(typed.replace(/^-+/, ''), name, MAX_SLIPS) }))
    .filter(({ name, slips }) => slips <= Math.min(MAX_SLIPS, name.length / 2))
    .toSorted((a, b) => a.slips - b.slips);
  const sentences = [`There is no option “${typed}”.`];
  if (nearest !== undefined) sentences.push(`Did you mean --${nearest.name}?`);
  if (dashHint !== undefined) sentences.push(dashHint);
  return sentences.join(' ');
}

/**
 * Refuses to run where npm has taken options of the command for itself, which it does without a `--` before them. npm then hands them on as
 * environment variables, so that the command would do something else than was asked.
 *
 * @param env with what npm sets: the name of the script, and a variable for each option
 * @throws {UserFacingError} `unusable-arguments` with what to type instead
 */
export function refuseOptionsTakenByNpm(
  syntax: CommandSyntax,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const { name, forms, options } = syntax;
  if (env['npm_lifecycle_event'] !== name) return;
  const taken = Object.entries(options).filter(([option]) => {
    const value = env[`npm_config_${option.replaceAll('-', '_')}`] ?? '';
    return value !== '' && value !== 'false';
  });
  if (taken.length === 0) return;
  const names = taken.map(([option]) => `--${option}`).join(' and ');
  const call = [...taken.map(([option, each]) => renderOption(option, each)), forms[0]?.operands ?? ''];
  throw new UserFacingError(
    'unusable-arguments',
    `npm kept ${names} for itself. Put “--” before the options: npm run ${name} -- ${call.join(' ').trimEnd()}`,
  );
}

/** Returns the error that says what is wrong with the arguments, then the usage. */
export function refuseArguments(message: string, syntax: CommandSyntax, cause?: unknown): UserFacingError {
  return new UserFacingError('unusable-arguments', `${message}\n${renderUsage(syntax)}`, { cause });
}

/** Renders a line for each form, with the options in brackets: `Usage: npm run ask -- [--json] "question"`. */
function renderUsage({ name, forms, options }: CommandSyntax): string {
  const optional = Object.entries(options).map(([option, each]) => `[${renderOption(option, each)}]`);
  return forms
    .filter(({ call }) => call === undefined)
    .map(({ operands }, index) => {
      const start = index === 0 ? 'Usage: ' : '       ';
      return `${start}npm run ${name} -- ${[...optional, operands].join(' ')}`.trimEnd();
    })
    .join('\n');
}

/** Renders how a form is typed, without the options. */
export function renderCall({ name }: Pick<CommandSyntax, 'name'>, { operands, call }: CommandForm): string {
  return call ?? (operands === '' ? `npm run ${name}` : `npm run ${name} -- ${operands}`);
}

/** Renders an option with its dashes and what stands for its value. */
export function renderOption(name: string, { value }: CommandOption): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
