import { findArticleEnding } from '../formats/formats.ts';

/** The apparent folder of a server's own articles. It distinguishes their paths from those of shared articles. */
export const OWN_FOLDER = 'server';
/** A path has to fit into a Discord choice. */
const MAX_PATH_CHARS = 100;
/** Names in existing databases were cut for an ending of this length. */
const USUAL_ENDING_CHARS = 'txt'.length;
const MAX_SLUG_CHARS = 60;

/**
 * Makes the path of a server's own article from the name of an uploaded file. Keeps the last part of the name, and of
 * its characters only letters, digits, spaces, dots, hyphens and underscores. Returns null if the ending is not an
 * article's, or where no other character is left.
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

/** Returns whether a path is that of a server's own article. */
export function isOwnPath(path: string): boolean {
  return path.startsWith(`${OWN_FOLDER}/`);
}

/** Returns the name of the file of a server's own article, by which moderators know it. */
export function toFileName(path: string): string {
  return isOwnPath(path) ? path.slice(OWN_FOLDER.length + 1) : path;
}

/** Chooses a path for a note with this title that differs from all paths in `taken`. */
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

/** Never cuts inside a surrogate pair. */
function cut(text: string, maxChars: number): string {
  return text
    .slice(0, maxChars)
    .replace(/[\ud800-\udbff]$/, '')
    .trim();
}
