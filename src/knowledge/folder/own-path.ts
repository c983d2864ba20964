import { findArticleEnding } from '../formats/formats.ts';

/** The folder that a server's own articles seem to lie in, so that their paths are told from those of shared ones. */
export const OWN_FOLDER = 'server';
/** A path has to fit into a choice of Discord's. */
const MAX_PATH_CHARS = 100;
/** Names that have been kept were cut for these. */
const USUAL_ENDING_CHARS = 'txt'.length;
const MAX_SLUG_CHARS = 60;

/**
 * The path of a server's own article, from the name of the file it came in: the last part of that name, with nothing but letters, digits,
 * spaces, dots, hyphens and underscores. Null where it cannot be an article's: its ending is none of an article’s, or nothing else is left of it.
 */
export function toOwnPath(fileName: string): string | null {
  const last = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[^\p{L}\p{M}\p{N} ._-]/gu, '_').replace(/^[\s.]+/, '');
  const ending = findArticleEnding(plain);
  if (ending === null) return null;
  const name = plain.slice(0, -ending.length - 1).trim();
  const maxChars = MAX_PATH_CHARS - `${OWN_FOLDER}/.`.length - Math.max(ending.length, USUAL_ENDING_CHARS);
  return name === '' ? null : `${OWN_FOLDER}/${cut(name, maxChars)}.${ending}`;
}

/** The path of a note with this title, another one than those in `taken`. */
export function chooseNotePath(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const slug = cut((words ?? ['note']).join('-'), MAX_SLUG_CHARS);
  const paths = Array.from(
    { length: taken.size + 1 },
    (_, n) => `${OWN_FOLDER}/${slug}${n === 0 ? '' : `-${n + 1}`}.md`,
  );
  return paths.find((path) => !taken.has(path)) ?? '';
}

/** Not within a character that takes two units. */
function cut(text: string, maxChars: number): string {
  return text
    .slice(0, maxChars)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
