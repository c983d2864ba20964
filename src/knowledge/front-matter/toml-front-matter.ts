import { parse, TomlDate, TomlError, type TomlTableWithoutBigInt } from 'smol-toml';

/** Front matter can use texts, lists, and tables of texts. */
const MAX_DEPTH = 3;
/** The parser rejects deeper nesting. */
const MAX_PARSED_DEPTH = 50;
/** `key =`, `key.part =`, `[key]` and `[[key.part]]`, with or without quotation marks. */
const KEY_LINE = /^[ \t]*(?:\[{1,2}[ \t]*)?(?:"([^"\n]{1,60})"|'([^'\n]{1,60})'|([\w-]{1,60}))[ \t]*[=.\]]/;

/** `line` counts from 1. `detail` is the parser's message, in English, without a full stop. */
interface TomlProblem {
  readonly kind: 'problem';
  readonly line: number;
  readonly detail: string;
}

/**
 * Converts TOML to YAML, with each key on the line of its first occurrence in the TOML. Explains why where the TOML is
 * not valid.
 */
export function convertTomlToYaml(
  toml: string,
): { readonly kind: 'yaml'; readonly yaml: string } | TomlProblem {
  const table = parseSafely(toml);
  if ('kind' in table) return table;
  const values = new Map(Object.entries(table.table));
  const lines = toml.split('\n').map((line) => {
    const [, double, single, bare] = KEY_LINE.exec(line) ?? [];
    const key = double ?? single ?? bare ?? '';
    const value = values.get(key);
    values.delete(key);
    return value === undefined ? '' : renderYamlLine(key, value);
  });
  return { kind: 'yaml', yaml: lines.join('\n') };
}

function parseSafely(toml: string): { readonly table: TomlTableWithoutBigInt } | TomlProblem {
  try {
    return { table: parse(toml, { maxDepth: MAX_PARSED_DEPTH }) };
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [first = ''] = error.message.split('\n');
    const detail = first.replace(/^Invalid TOML document: /, '').replace(/\.$/, '');
    return { kind: 'problem', line: error.line, detail };
  }
}

/** Renders a value as JSON, which is YAML. */
function renderYamlLine(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(toPlainValue(value, 0))}`;
}

/** Turns numbers and dates into texts, because JSON does not know all of them. */
function toPlainValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof TomlDate) return value.toISOString();
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth >= MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((each) => toPlainValue(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlainValue(each, depth + 1)]));
}
