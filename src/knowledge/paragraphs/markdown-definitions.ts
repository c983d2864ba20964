import type { Nodes, RootContent } from 'mdast';

/** The addresses that a text defines, by labels as mdast identifies them. Those of footnotes begin with `^`, and have none. */
export type Definitions = ReadonlyMap<string, string>;

/** What is defined anywhere in `nodes`, in reading order: of two with the same label the first counts. */
export function findDefinitions(nodes: readonly RootContent[]): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') found.push([node.identifier, node.url]);
    if (node.type === 'footnoteDefinition') found.push([`^${node.identifier}`, '']);
    if ('children' in node && node.type !== 'paragraph' && node.type !== 'table')
      node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** The labels of the footnotes that anything in `nodes` refers to, as mdast identifies them. */
export function findFootnoteReferences(nodes: readonly RootContent[]): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') found.push(node.identifier);
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** Longer ones are none. @see https://spec.commonmark.org/0.31.2/#link-label */
const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/gs;

/**
 * Markdown lines that define those of `definitions` to which `markdown` may refer, ended by a comment that nothing below goes on with;
 * empty where it refers to none.
 */
export function renderDefinitions(markdown: string, definitions: Definitions): string {
  if (definitions.size === 0) return '';
  const labels = Array.from(markdown.matchAll(LABEL), ([, label = '']) => label);
  // A label may go on over lines of a block quote.
  const referred = labels.flatMap((label) => [label, label.replace(/\n[ \t>]+/g, '\n')]).map(toIdentifier);
  const needed = [...new Set(referred)].filter((identifier) => definitions.has(identifier));
  if (needed.length === 0) return '';
  return `${needed.map((identifier) => `[${identifier}]: x\n\n`).join('')}<!-- -->\n\n`;
}

/** As micromark compares labels. */
function toIdentifier(label: string): string {
  return label
    .replace(/[\t\n ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
