import { resolveAddresses } from '../article/addresses.ts';
import type { Article } from '../article/article.ts';
import { findArticleEnding } from '../article/article-name.ts';
import { detectLanguage } from '../article/detect-language.ts';
import { splitIntoFacts } from '../article/facts.ts';
import { type FileProblem, toSkipped, toWarning } from '../article/problem.ts';
import { removeUnseen } from '../article/unseen-characters.ts';
import { readFormat } from '../formats/formats.ts';
import { decodeText } from './decode-text.ts';

/** `article` is null exactly where one of the flaws is of kind `skipped` or `draft`. */
export interface ParsedArticle {
  readonly article: Article | null;
  /** What the file holds; null where it is no text. */
  readonly text: string | null;
  readonly flaws: readonly FileProblem[];
}

/** Nobody reads more of them, and they are shown together with those of all other files. */
const MAX_WARNINGS = 50;

/**
 * The article that `bytes` hold, in the form that the ending of `path` tells (Markdown where it tells none). `path` is
 * taken into the article and its facts' ids as it is; nothing is read from disk.
 */
export function parseArticle(path: string, bytes: Uint8Array): ParsedArticle {
  const parsed = parseWithAllProblems(path, bytes);
  return { ...parsed, flaws: limitWarnings(parsed.flaws) };
}

function limitWarnings(flaws: readonly FileProblem[]): readonly FileProblem[] {
  const warnings = flaws.filter(({ kind }) => kind === 'warning');
  if (warnings.length <= MAX_WARNINGS) return flaws;
  const told = toWarning({ code: 'more-warnings', count: warnings.length - MAX_WARNINGS });
  return [...flaws.filter(({ kind }) => kind !== 'warning'), ...warnings.slice(0, MAX_WARNINGS), told];
}

function parseWithAllProblems(path: string, bytes: Uint8Array): ParsedArticle {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'flaw') return { article: null, text: null, flaws: [decoded.flaw] };
  const { text } = decoded;
  if (removeUnseen(text).trim() === '')
    return { article: null, text, flaws: [toSkipped({ code: 'empty-file' }, 1)] };
  const { content, flaws } = readFormat(findArticleEnding(path) ?? 'md', text, path);
  if (content === null) return { article: null, text, flaws };
  const paragraphs = resolveAddresses(content.paragraphs, content.metadata.url);
  const facts = splitIntoFacts(path, paragraphs);
  if (facts.length === 0) return { article: null, text, flaws: [...flaws, toSkipped({ code: 'no-text' })] };
  const language = content.metadata.language ?? detectLanguage(paragraphs);
  return { article: { path, ...content.metadata, language, paragraphs, facts }, text, flaws };
}
