import { NO_METADATA } from '../article/article.ts';
import type { ArticleEnding } from '../article/article-name.ts';
import { type FileProblem, reportIncludes, toSkipped } from '../article/problem.ts';
import { splitFrontMatter } from '../front-matter/front-matter.ts';
import { type Metadata, readMetadata } from '../front-matter/metadata.ts';
import { checkTitle } from '../front-matter/metadata-text.ts';
import { deriveTitle } from '../front-matter/path-title.ts';
import { readHtmlPage } from '../html/html-page.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { convertAsciiDoc } from './ascii-doc.ts';
import { convertMessage, isDiscordMessage } from './discord-message.ts';
import type { FileContent } from './file-content.ts';
import { readPlainText } from './plain-text.ts';
import { convertQuestionList, type ListFormat } from './question-list.ts';
import { convertRestructuredText } from './restructured-text.ts';

/** Reads the text of a file, which has `\n` line ends, at this path. */
type Reader = (text: string, path: string) => FileContent;

/** What reads a file, by its ending. */
const READERS: Readonly<Record<ArticleEnding, Reader>> = {
  md: readMarkdownFile,
  markdown: readMarkdownFile,
  mdx: readMarkdownFile,
  txt: readTextFile,
  html: readHtmlFile,
  htm: readHtmlFile,
  rst: buildConvertingReader(convertRestructuredText),
  adoc: buildConvertingReader(convertAsciiDoc),
  asciidoc: buildConvertingReader(convertAsciiDoc),
  json: buildListReader('json'),
  yaml: buildListReader('yaml'),
  yml: buildListReader('yaml'),
  csv: buildListReader('csv'),
};

/** What a file holds, in the form that its ending tells. */
export function readFormat(ending: ArticleEnding, text: string, path: string): FileContent {
  return READERS[ending](text, path);
}

function readMarkdownFile(text: string, path: string): FileContent {
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

function readTextFile(text: string, path: string): FileContent {
  if (isDiscordMessage(path)) return readMessageFile(text, path);
  const { title, paragraphs, problems } = readPlainText(text);
  return {
    content: { metadata: { ...NO_METADATA, title: title ?? chooseTitle(null, path) }, paragraphs },
    problems,
  };
}

function readMessageFile(text: string, path: string): FileContent {
  const body = readMarkdown({ body: convertMessage(text), bodyLine: 1 }, null);
  if (body.kind === 'problem') return removeLines({ content: null, problems: [body.problem] });
  const [first] = body.paragraphs;
  const firstLine = first?.headings[0] ?? first?.text.split('\n')[0] ?? null;
  const title = chooseTitle(body.title ?? firstLine, path);
  return removeLines({
    content: { metadata: { ...NO_METADATA, title }, paragraphs: body.paragraphs },
    problems: body.problems,
  });
}

function readHtmlFile(text: string, path: string): FileContent {
  const { title, paragraphs, problems } = readHtmlPage(text);
  return { content: { metadata: { ...NO_METADATA, title: chooseTitle(title, path) }, paragraphs }, problems };
}

function buildConvertingReader(convert: (text: string, onInclude: (line: number) => void) => string): Reader {
  return (text, path) => {
    const included: number[] = [];
    const markdown = convert(text, (line) => included.push(line));
    const { content, problems } = removeLines(readMarkdownFile(markdown, path));
    return { content, problems: [...reportIncludes(included), ...problems] };
  };
}

/** The lines of a file that became Markdown first have moved, so nothing tells one. */
function removeLines({ content, problems }: FileContent): FileContent {
  const paragraphs = content?.paragraphs.map((paragraph) => ({ ...paragraph, line: null })) ?? [];
  return {
    content: content === null ? null : { ...content, paragraphs },
    problems: problems.map((problem) => ({ ...problem, line: null })),
  };
}

function buildListReader(format: ListFormat): Reader {
  return (text, path) => {
    const markdown = convertList(text, format);
    if (typeof markdown !== 'string') return { content: null, problems: [markdown] };
    const metadata: Metadata = { ...NO_METADATA, title: chooseTitle(null, path) };
    const body = readMarkdown({ body: markdown, bodyLine: 1 }, metadata.title);
    if (body.kind === 'problem') return removeLines({ content: null, problems: [body.problem] });
    return removeLines({ content: { metadata, paragraphs: body.paragraphs }, problems: body.problems });
  };
}

function convertList(text: string, format: ListFormat): string | FileProblem {
  try {
    return convertQuestionList(text, format) ?? toSkipped({ code: 'no-question-list' });
  } catch (error) {
    const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return toSkipped({
      code: 'invalid-list',
      format: format.toUpperCase(),
      detail: detail.replace(/[.:]$/, ''),
    });
  }
}

/** A heading, else what the path tells: where it can be a title. */
function chooseTitle(heading: string | null, path: string): string {
  for (const candidate of [heading, deriveTitle(path)]) {
    const checked = candidate === null ? null : checkTitle(candidate, 1);
    if (checked?.kind === 'title') return checked.text;
  }
  return UNNAMED;
}

/** For a file whose very name holds nothing that can be shown. */
const UNNAMED = '(untitled)';
