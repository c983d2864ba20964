import { readdirSync, readFileSync } from 'node:fs';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** A Markdown file of the documentation, as far as tests check it. Everything is in reading order. */
export interface Page {
  /** From the project's root, with `/` between the parts. */
  readonly path: string;
  readonly text: string;
  /** Addresses of links and pictures, as they are written. */
  readonly links: readonly Found[];
  readonly codeSpans: readonly Found[];
  readonly fences: readonly Fence[];
  readonly headings: readonly string[];
}

/** A piece of a page. */
interface Found {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

interface Fence extends Found {
  /** Empty where the fence names none. */
  readonly language: string;
}

/** The README, and what it links to: the pages of the website. */
export const PAGES: readonly Page[] = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...markdownIn('docs'),
  ...markdownIn('models'),
  'training/README.md',
].map((path) => readPage(path, readFileSync(path, 'utf8')));

/** @throws {RangeError} where there is no such page */
export function pageAt(path: string): Page {
  const page = PAGES.find((each) => each.path === path);
  if (page === undefined) throw new RangeError(`there is no page ${path}`);
  return page;
}

export function readPage(path: string, text: string): Page {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const nodes = [...nodesIn(tree)];
  return {
    path,
    text,
    links: nodes.flatMap((node) =>
      addressesOf(node).map((address) => ({ text: address, line: lineOf(node) })),
    ),
    codeSpans: nodes.flatMap((node) =>
      node.type === 'inlineCode' ? [{ text: node.value, line: lineOf(node) }] : [],
    ),
    fences: nodes.flatMap((node) =>
      node.type === 'code' ? [{ text: node.value, language: node.lang ?? '', line: lineOf(node) }] : [],
    ),
    headings: nodes.flatMap((node) => (node.type === 'heading' ? [textOf(node)] : [])),
  };
}

/** How a test names a piece of a page. */
export function placeOf({ path }: Page, { line }: Found): string {
  return `${path}:${line}`;
}

function lineOf({ position }: Nodes): number {
  return position?.start.line ?? 0;
}

function markdownIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.toSorted().map((name) => `${folder}/${name}`);
}

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

function addressesOf(node: Nodes): readonly string[] {
  if (node.type === 'link' || node.type === 'image' || node.type === 'definition') return [node.url];
  if (node.type !== 'html') return [];
  return [...node.value.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, address = '']) => address);
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
