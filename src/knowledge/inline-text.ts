import type { PhrasingContent } from 'mdast';
import { readTags } from './html-tags.ts';
import type { SeenText } from './seen-text.ts';
import { tidyLines } from './tidy-lines.ts';

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Inline Markdown as its reader sees it: marks taken off, links and code by their text, images and footnote marks
 * left out, what is struck out or hidden left out, HTML tags read for what they do, entities decoded. A soft line
 * break is one space, a hard one (or `<br>`) is `\n`. Trimmed, and so is each of its lines; white space inside a
 * line stays as it is.
 *
 * @param seen where the elements around are open; those that are opened inside end here
 * @param linesBefore how many lines of the file stand before the first one that the nodes count
 */
export function inlineText(nodes: readonly PhrasingContent[], seen: SeenText, linesBefore: number): string {
  const { depth } = seen;
  for (const node of nodes) tell(node, seen, linesBefore);
  seen.endTo(depth);
  return tidyLines(seen.take());
}

function tell(node: PhrasingContent, seen: SeenText, linesBefore: number): void {
  const line = linesBefore + (node.position?.start.line ?? 1);
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      seen.text(node.value.replace(/\n/g, ' '));
      break;
    case 'break':
      seen.text('\n');
      break;
    case 'html':
      if (node.value.startsWith('<!')) seen.leaveOut();
      else readTags(node.value, seen, line);
      break;
    case 'delete':
      seen.open('del', NO_ATTRIBUTES, line);
      for (const child of node.children) tell(child, seen, linesBefore);
      seen.close('del');
      break;
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
      for (const child of node.children) tell(child, seen, linesBefore);
      break;
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      break;
    default:
      unexpected(node);
  }
}

/** A new kind of inline node must get its place above before it compiles. */
function unexpected(node: never): never {
  throw new TypeError(`unknown inline node ${JSON.stringify(node)}`);
}
