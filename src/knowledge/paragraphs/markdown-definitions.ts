import type { Nodes, RootContent } from 'mdast';

/**
 * The addresses that a text defines, by their labels in mdast's form. Labels of footnotes begin with `^` and have no
 * address.
 */
export type Definitions = ReadonlyMap<string, string>;

/** Returns all definitions in `nodes`, in reading order. Of two with the same label, the first counts. */
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

/** Returns the labels, in mdast's form, of all footnotes that `nodes` refer to. */
export function findFootnoteReferences(nodes: readonly RootContent[]): readonly string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'footnoteReference') found.push(node.identifier);
    if ('children' in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** Longer texts are not labels. @see https://spec.commonmark.org/0.31.2/#link-label */
const LABEL = /\[((?:[^[\]\\]|\\.){1,999})\]/gs;

/**
 * Renders Markdown lines with the definitions that `markdown` may refer to. A comment at the end keeps the text below
 * separate. Returns an empty text where `markdown` refers to none.
 */
export function renderDefinitions(markdown: string, definitions: Definitions): string {
  if (definitions.size === 0) return '';
  const labels = Array.from(markdown.matchAll(LABEL), ([, label = '']) => label);
  // A label may continue over several lines of a block quote.
  const referred = labels.flatMap((label) => [label, label.replace(/\n[ \t>]+/g, '\n')]).map(toIdentifier);
  const needed = [...new Set(referred)].filter((identifier) => definitions.has(identifier));
  if (needed.length === 0) return '';
  return `${needed.map((identifier) => `[${identifier}]: x\n\n`).join('')}<!-- -->\n\n`;
}

/** Normalises a label as micromark does. */
function toIdentifier(label: string): string {
  return label
    .replace(/[\t\n ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
