import { parseArgs } from 'node:util';
import { UserFacingError } from '../requests/kit/user-facing-error.ts';

/** An option of a command, as parsed and as described in the help. */
interface CommandOption {
  readonly type: 'string' | 'boolean';
  /** What stands for the value in the help, such as `DIR`; left out where the option takes none. */
  readonly value?: string;
  /** Describes the option in the help, in a few words. */
  readonly help: string;
}

export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** One way to call a command. */
interface CommandForm {
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
}

/** `--knowledge DIR`, which every command takes that reads articles. */
export const KNOWLEDGE_OPTION = {
  knowledge: { type: 'string', value: 'DIR', help: 'another folder of articles than KNOWLEDGE_DIR' },
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
  const { options, forms } = syntax;
  if (!takesArguments(syntax) && args.length > 0)
    throw new UserFacingError('unusable-arguments', `“${syntax.name}” takes no arguments.`);
  try {
    const allowPositionals = forms.some(({ operands }) => operands !== '');
    return parseArgs({ args: [...args], allowPositionals, options });
  } catch (cause) {
    throw refuseArguments(cause instanceof Error ? cause.message : String(cause), syntax, cause);
  }
}

function takesArguments({ forms, options }: CommandSyntax): boolean {
  return Object.keys(options).length > 0 || forms.some(({ operands }) => operands !== '');
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

/** Renders an option with its dashes and what stands for its value. */
export function renderOption(name: string, { value }: CommandOption): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
