import { isUtf8 } from 'node:buffer';
import { removeUnseen } from '../../text/layout/printable.ts';
import type { Article, Paragraph } from '../article/article.ts';
import { detectLanguage } from '../article/detect-language.ts';
import { splitIntoFacts } from '../article/facts.ts';
import { type FileProblem, toSkipped, toWarning } from '../article/problem.ts';
import { loadParsers } from '../formats/formats.ts';

/** `article` is null exactly where one of the problems is of kind `skipped` or `draft`. */
export interface ParsedArticle {
  readonly article: Article | null;
  /** The text of the file, or null if it is not text. */
  readonly text: string | null;
  readonly problems: readonly FileProblem[];
}

/** The parsers are loaded together with this file, because reading an article is synchronous. */
const findParser = await loadParsers();

/** Nobody reads more warnings of one file, and they are shown together with those of all other files. */
const MAX_WARNINGS = 50;

/**
 * Parses an article file. The ending of `path` gives the format; Markdown where it gives none. The article and the ids
 * of its facts use `path` unchanged. Reads nothing from disk.
 */
export function parseArticle(path: string, bytes: Uint8Array): ParsedArticle {
  const parsed = parseWithAllProblems(path, bytes);
  return { ...parsed, problems: limitWarnings(parsed.problems) };
}

function limitWarnings(problems: readonly FileProblem[]): readonly FileProblem[] {
  const warnings = problems.filter(({ kind }) => kind === 'warning');
  if (warnings.length <= MAX_WARNINGS) return problems;
  const told = toWarning({ code: 'more-warnings', count: warnings.length - MAX_WARNINGS });
  return [...problems.filter(({ kind }) => kind !== 'warning'), ...warnings.slice(0, MAX_WARNINGS), told];
}

function parseWithAllProblems(path: string, bytes: Uint8Array): ParsedArticle {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'problem') return { article: null, text: null, problems: [decoded.problem] };
  const { text } = decoded;
  if (removeUnseen(text).trim() === '')
    return { article: null, text, problems: [toSkipped({ code: 'empty-file' }, 1)] };
  const { content, problems } = findParser(path)(text, path);
  if (content === null) return { article: null, text, problems };
  const paragraphs = resolveAddresses(content.paragraphs, content.metadata.url);
  const facts = splitIntoFacts(path, paragraphs);
  if (facts.length === 0)
    return { article: null, text, problems: [...problems, toSkipped({ code: 'no-text' })] };
  const language = content.metadata.language ?? detectLanguage(paragraphs);
  return { article: { path, ...content.metadata, language, paragraphs, facts }, text, problems };
}

/**
 * Makes the addresses of links and pictures absolute. Relative addresses are resolved against the address of the
 * article, and left out where it has none.
 */
function resolveAddresses(paragraphs: readonly Paragraph[], base: string | null): readonly Paragraph[] {
  return paragraphs.map((paragraph) => {
    const { links, pictures } = paragraph;
    if (links.length === 0 && pictures.length === 0) return paragraph;
    return {
      ...paragraph,
      links: resolveEach(links, base, ['http:', 'https:', 'mailto:']),
      pictures: resolveEach(pictures, base, ['http:', 'https:']),
    };
  });
}

function resolveEach<T extends { readonly address: string }>(
  all: readonly T[],
  base: string | null,
  protocols: readonly string[],
): readonly T[] {
  return all.flatMap((each) => {
    const url = parseUrl(each.address, base);
    return url !== null && protocols.includes(url.protocol) ? [{ ...each, address: url.href }] : [];
  });
}

function parseUrl(address: string, base: string | null): URL | null {
  // A link within the page says no more than the address of the page, which the source shows.
  if (address.startsWith('#')) return null;
  const within = base ?? undefined;
  return URL.canParse(address, within) ? new URL(address, within) : null;
}

type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: FileProblem };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Decodes the bytes of a file as UTF-8. Drops the byte order mark and makes every line end `\n`, so that line numbers
 * stay the same. Rejects bytes that are not UTF-8, and NUL characters, with their line.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const first = bytes[0];
  const second = bytes[1];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { kind: 'problem', problem: toSkipped({ code: 'utf-16' }) };
  }
  if (!isUtf8(bytes)) {
    const line = findFirstLine(bytes, (lineBytes) => !isUtf8(lineBytes));
    return { kind: 'problem', problem: toSkipped({ code: 'not-utf8' }, line) };
  }
  if (bytes.includes(0)) {
    const line = findFirstLine(bytes, (lineBytes) => lineBytes.includes(0));
    return { kind: 'problem', problem: toSkipped({ code: 'nul-character' }, line) };
  }
  // TextDecoder drops the byte order mark.
  return { kind: 'text', text: new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n') };
}

/**
 * Returns the number of the first bad line. Checking line by line is safe, because no UTF-8 sequence holds a line
 * feed.
 */
function findFirstLine(bytes: Uint8Array, isBad: (line: Uint8Array) => boolean): number {
  let line = 1;
  let start = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (!endsLine(bytes, index)) continue;
    if (isBad(bytes.subarray(start, index))) return line;
    line += 1;
    start = index + 1;
  }
  return line;
}

function endsLine(bytes: Uint8Array, index: number): boolean {
  const byte = bytes[index];
  return byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[index + 1] !== LINE_FEED);
}
