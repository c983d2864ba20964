import { parseAst } from 'rolldown/parseAst';

/** A node of the syntax tree, in the ESTree format. */
interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** How vitest's functions for tests and groups are named, and what may stand behind their names. */
const TESTS: ReadonlySet<string> = new Set(['test', 'it']);
const NOT_RUN: ReadonlySet<string> = new Set(['skip', 'todo']);

/**
 * Returns the titles of the tests in the source of a test file, in reading order: those of `test`, `it` and their variants such as
 * `test.each`. Omits tests that are skipped, by themselves or with their group.
 */
export function readTestTitles(source: string): readonly string[] {
  return collectTitles(parseAst(source, { lang: 'ts' }));
}

function collectTitles(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(collectTitles);
  if (!isNode(node)) return [];
  const names = node.type === 'CallExpression' ? readCalleeNames(node['callee']) : [];
  const [name = ''] = names;
  const isGroup = name === 'describe';
  if ((isGroup || TESTS.has(name)) && names.some((each) => NOT_RUN.has(each))) return [];
  const title = TESTS.has(name) ? readTitle(node) : null;
  return [...(title === null ? [] : [title]), ...Object.values(node).flatMap(collectTitles)];
}

/** Reads the names of what is called: `test`, `each` of `test.each(rows)(…)`. Returns none for other expressions. */
function readCalleeNames(callee: unknown): readonly string[] {
  if (!isNode(callee)) return [];
  switch (callee.type) {
    case 'Identifier':
      return [String(callee['name'])];
    case 'MemberExpression':
      return [...readCalleeNames(callee['object']), ...readCalleeNames(callee['property'])];
    case 'CallExpression':
      return readCalleeNames(callee['callee']);
    case 'TaggedTemplateExpression':
      return readCalleeNames(callee['tag']);
    default:
      return [];
  }
}

/** Reads the title of a test: the text before its function. Returns null where the call has no title, as `test.each(rows)` by itself. */
function readTitle(call: Node): string | null {
  const [title, ...rest] = Array.isArray(call['arguments']) ? call['arguments'] : [];
  if (!isNode(title) || rest.length === 0) return null;
  if (title.type === 'Literal' && typeof title['value'] === 'string') return title['value'];
  if (title.type !== 'TemplateLiteral' || !Array.isArray(title['quasis'])) return null;
  return title['quasis'].map(readText).join('…');
}

/** Reads the text of one part of a template, between the values. */
function readText(part: unknown): string {
  const value = isNode(part) ? part['value'] : null;
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
