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
 * Reads a file of another format, which `convert` turns into Markdown first. `convert` calls `onInclude` with each line, from 1, that
 * includes another file.
 */
export function readConvertedFile(
  text: string,
  path: string,
  convert: (text: string, onInclude: (line: number) => void) => string,
): FileContent {
  const included: number[] = [];
  const markdown = convert(text, (line) => included.push(line));
  const { content, problems } = removeLines(readMarkdownFile(markdown, path));
  return { content, problems: [...reportIncludes(included), ...problems] };
}
