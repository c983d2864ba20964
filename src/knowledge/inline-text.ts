import type { PhrasingContent } from 'mdast';
import { readTags } from './html-tags.ts';
import type { InlineText } from './paragraphs.ts';
import type { SeenText } from './seen-text.ts';
import { tidyLines } from './tidy-lines.ts';
import { withUnknownTagsAsText } from './unknown-tags.ts';

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Where inline nodes stand. */
export interface InlineContext {
  /** Where the elements around are open; those that are opened inside end with the text. */
  readonly seen: SeenText;
  /** How many lines of the file stand before the first one that the nodes count. */
  readonly linesBefore: number;
  /** The addresses that references stand for, by their identifiers. */
  readonly addresses: ReadonlyMap<string, string>;
  /** The names of the elements that the text closes somewhere. */
  readonly closedNames: ReadonlySet<string>;
}

/**
 * Inline Markdown as its reader sees it: marks taken off, links and code by their text, images and footnote marks
 * left out of it, what is struck out or hidden left out, HTML tags read for what they do, entities decoded. A soft line
 * break is one space, a hard one (or `<br>`) is `\n`. Trimmed, and so is each of its lines; white space inside a
 * line stays as it is.
 */
export function inlineText(nodes: readonly PhrasingContent[], context: InlineContext): InlineText {
  const { depth } = context.seen;
  for (const node of nodes) tell(node, context);
  context.seen.endTo(depth);
  return context.seen.take(tidyLines);
}

function tell(node: PhrasingContent, context: InlineContext): void {
  const { seen, linesBefore, addresses } = context;
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
      else readTags(withUnknownTagsAsText(node.value, context.closedNames), seen, line);
      break;
    case 'delete':
      tellWithin('del', NO_ATTRIBUTES, { node, line, context });
      break;
    case 'link':
      tellWithin('a', new Map([['href', node.url]]), { node, line, context });
      break;
    case 'linkReference':
      tellWithin('a', new Map([['href', addresses.get(node.identifier) ?? '']]), { node, line, context });
      break;
    case 'emphasis':
    case 'strong':
      for (const child of node.children) tell(child, context);
      break;
    case 'image':
      seen.open('img', pictureAttributes(node.url, node.alt), line);
      break;
    case 'imageReference':
      seen.open('img', pictureAttributes(addresses.get(node.identifier) ?? '', node.alt), line);
      break;
    case 'footnoteReference':
      break;
    default:
      unexpected(node);
  }
}

interface Within {
  readonly node: { readonly children: readonly PhrasingContent[] };
  readonly line: number;
  readonly context: InlineContext;
}

function tellWithin(
  name: string,
  attributes: ReadonlyMap<string, string>,
  { node, line, context }: Within,
): void {
  context.seen.open(name, attributes, line);
  for (const child of node.children) tell(child, context);
  context.seen.close(name);
}

function pictureAttributes(address: string, alternative: string | null | undefined): Map<string, string> {
  return new Map([
    ['src', address],
    ['alt', alternative ?? ''],
  ]);
}

/** A new kind of inline node must get its place above before it compiles. */
function unexpected(node: never): never {
  throw new TypeError(`unknown inline node ${JSON.stringify(node)}`);
}
