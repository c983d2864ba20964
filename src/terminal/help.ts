import { type CommandSyntax, renderOption } from './command-arguments.ts';

/** Returns whether the arguments before a lone `--` ask for help. */
export function isHelpRequested(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end === -1 ? args.length : end).some((arg) => arg === '--help' || arg === '-h');
}

/** The descriptions begin in this column. */
const COLUMN = 31;

/** Describes each form and each option of the commands in a line, commands in the order given. */
export function renderHelp(commands: readonly CommandSyntax[]): string {
  const lines = commands.flatMap(renderCommand).join('\n');
  return `Footnote answers questions from a folder of articles, each with its source.\n\n${lines}\n`;
}

function renderCommand({ name, forms, options }: CommandSyntax): readonly string[] {
  return [
    ...forms.map(({ operands, help, call = renderCall(name, operands) }) => renderLine(`  ${call}`, help)),
    ...Object.entries(options).map(([option, each]) =>
      renderLine(`      ${renderOption(option, each)}`, each.help),
    ),
  ];
}

function renderCall(name: string, operands: string): string {
  return operands === '' ? `npm run ${name}` : `npm run ${name} -- ${operands}`;
}

/** A long start has the line to itself. */
function renderLine(start: string, help: string): string {
  if (start.length + 1 >= COLUMN) return `${start}\n${' '.repeat(COLUMN)}${help}`;
  return `${start.padEnd(COLUMN)}${help}`;
}
