import type { PhrasingContent } from 'mdast';

/**
 * Inline Markdown as its reader sees it: marks taken off, links and code by their text, images and footnote marks
 * left out, HTML tags taken off, entities decoded. A soft line break is one space, a hard one (or `<br>`) is `\n`.
 * Trimmed, and so is each of its lines; white space inside a line stays as it is.
 */
export function inlineText(nodes: readonly PhrasingContent[]): string {
  const lines = nodes.map(textOf).join('').split('\n');
  return lines
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value.replace(/\n/g, ' ');
    case 'break':
      return '\n';
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? '\n' : '';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return node.children.map(textOf).join('');
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return '';
    default:
      return unexpected(node);
  }
}

/** A new kind of inline node must get its place above before it compiles. */
function unexpected(node: never): string {
  throw new TypeError(`unknown inline node ${JSON.stringify(node)}`);
}
