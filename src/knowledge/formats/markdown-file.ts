import { reportIncludes } from '../article/problem.ts';
import { splitFrontMatter } from '../front-matter/front-matter.ts';
import { readMetadata } from '../front-matter/metadata.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { chooseTitle, type FileContent, removeLines } from './file-content.ts';

/** Reads a Markdown file: its front matter, then its text. */
export function readMarkdownFile(text: string, path: string): FileContent {
  const frontMatter = splitFrontMatter(text);
  if (frontMatter.kind === 'problem') return { content: null, problems: [frontMatter.problem] };
  const { metadata, problems } = readMetadata(frontMatter);
  if (metadata === null) return { content: null, problems };
  const body = readMarkdown(frontMatter, metadata.title);
  if (body.kind === 'problem') return { content: null, problems: [...problems, body.problem] };
  const title = metadata.title ?? chooseTitle(body.title, path);
  return {
    content: { metadata: { ...metadata, title }, paragraphs: body.paragraphs },
    problems: [...problems, ...body.problems],
  };
}

/**
 * Reads a file of another format, whose text below the front matter `convert` turns into Markdown first. `convert` calls `onInclude` with each
 * line of that text, from 1, that includes another file.
 */
export function readConvertedFile(
  text: string,
  path: string,
  convert: (text: string, onInclude: (line: number) => void) => string,
): FileContent {
  const included: number[] = [];
  // Front matter is written alike in all formats: a `#` there is a comment, and a `*` no mark.
  const split = splitFrontMatter(text);
  const unchanged = split.kind === 'split' ? split.bodyLine - 1 : 0;
  const lines = text.split('\n');
  const body = convert(lines.slice(unchanged).join('\n'), (line) => included.push(unchanged + line));
  const markdown = [...lines.slice(0, unchanged), body].join('\n');
  const { content, problems } = removeLines(readMarkdownFile(markdown, path));
  return { content, problems: [...reportIncludes(included), ...problems] };
}
