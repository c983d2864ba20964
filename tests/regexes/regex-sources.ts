import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'rolldown/utils';

/** A regular expression of a source file with its location. */
export interface PlacedRegex {
  readonly source: string;
  readonly flags: string;
  /** Relative to the project, with `/` between the parts. */
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
}

/** The regular expressions of a source file. */
export interface RegexesInFile {
  readonly literals: readonly PlacedRegex[];
  /** The lines that build an expression at run time: `new RegExp(…)`. */
  readonly builtOnLines: readonly number[];
}

const SCRIPT = /\.(?:ts|js|mjs)$/;

/** Lists the scripts below a folder of the project, in order. */
export function scriptsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => SCRIPT.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .toSorted();
}

/**
 * Reads the regular expressions of a script with a parser. Only a parser can distinguish them from divisions and
 * comments.
 */
export function readRegexes(file: string, code = readFileSync(file, 'utf8')): RegexesInFile {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const literals: PlacedRegex[] = [];
  const builtOnLines: number[] = [];
  const lineOf = (start: number): number => code.slice(0, start).split('\n').length;
  const constants = new Set<string>();
  const addBuilt = (call: Call): void => {
    if (nameOf(call.callee) === 'RegExp' && !isCopy(call, constants)) builtOnLines.push(lineOf(call.start));
  };
  new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const { pattern: source, flags } = node.regex;
      literals.push({ source, flags, file, line: lineOf(node.start) });
    },
    VariableDeclarator({ id, init }) {
      if (init?.type === 'Literal' && 'regex' in init) constants.add(nameOf(id) ?? '');
    },
    NewExpression: addBuilt,
    CallExpression: addBuilt,
  }).visit(program);
  return { literals, builtOnLines };
}

interface Call {
  readonly callee: object;
  readonly arguments: readonly object[];
  readonly start: number;
}

/** Tells whether a `RegExp` copies a literal above, as in `new RegExp(WORD)`. */
function isCopy({ arguments: [first, ...others] }: Call, constants: ReadonlySet<string>): boolean {
  return first !== undefined && others.length === 0 && constants.has(nameOf(first) ?? '');
}

function nameOf(node: object): string | null {
  return 'name' in node && typeof node.name === 'string' ? node.name : null;
}
