import { type CommandOption, type CommandSyntax, renderCall, renderOption } from './command-arguments.ts';

/** Returns whether the arguments before a lone `--` ask for help. */
export function isHelpRequested(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

/** The descriptions begin in this column. */
const COLUMN = 31;

/** Describes each form of the commands in a line, commands in the order given. */
export function renderHelp(commands: readonly CommandSyntax[]): string {
  const lines = commands.flatMap(renderForms);
  return [
    'Footnote answers questions from a folder of articles, each with its source.',
    '',
    ...lines,
    '',
    'Each command lists its options: npm run ask -- --help',
    '',
  ].join('\n');
}

/** Describes one command: its forms, its options with their defaults, and examples. */
export function renderCommandHelp(syntax: CommandSyntax): string {
  const options = Object.entries(syntax.options);
  return [
    ...renderForms(syntax),
    ...(options.length === 0 ? [] : ['', 'Options:']),
    ...options.map(([name, option]) => renderLine(`  ${renderOption(name, option)}`, describeOption(option))),
    '',
    'Examples:',
    ...syntax.examples.map((example) => `  ${example}`),
    ...(syntax.dashHint === undefined ? [] : ['', syntax.dashHint]),
    '',
  ].join('\n');
}

function renderForms(syntax: CommandSyntax): readonly string[] {
  return syntax.forms.map((form) => renderLine(`  ${renderCall(syntax, form)}`, form.help));
}

function describeOption({ help, fallback }: CommandOption): string {
  return fallback === undefined ? help : `${help} (default: ${fallback})`;
}

/** A long start has the line to itself. */
function renderLine(start: string, help: string): string {
  if (start.length + 1 >= COLUMN) return `${start}\n${' '.repeat(COLUMN)}${help}`;
  return `${start.padEnd(COLUMN)}${help}`;
}
