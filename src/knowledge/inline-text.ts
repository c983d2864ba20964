import type { PhrasingContent } from 'mdast';
import { readTags } from './html-tags.ts';
import { SeenText } from './seen-text.ts';
import { tidyLines } from './tidy-lines.ts';

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Inline Markdown as its reader sees it: marks taken off, links and code by their text, images and footnote marks
 * left out, what is struck out or hidden left out, HTML tags read for what they do, entities decoded. A soft line
 * break is one space, a hard one (or `<br>`) is `\n`. Trimmed, and so is each of its lines; white space inside a
 * line stays as it is.
 *
 * @param seen where the elements around are open; those that are opened inside end here
 */
export function inlineText(nodes: readonly PhrasingContent[], seen: SeenText = new SeenText()): string {
  const { depth } = seen;
  for (const node of nodes) tell(node, seen);
  seen.closeTo(depth);
  return tidyLines(seen.take());
}

function tell(node: PhrasingContent, seen: SeenText): void {
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
      else readTags(node.value, seen);
      break;
    case 'delete':
      seen.open('del', NO_ATTRIBUTES);
      for (const child of node.children) tell(child, seen);
      seen.close('del');
      break;
    case 'emphasis':
    case 'strong':
    case 'link':
    case 'linkReference':
      for (const child of node.children) tell(child, seen);
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
