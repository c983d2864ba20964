import { setImmediate as otherWork } from 'node:timers/promises';
import { byPath } from './path-order.ts';
import { type ArticleFile, readFiles } from './read-files.ts';
import type { Knowledge } from './read-knowledge.ts';

/** Neither letters nor what stands between them; newlines are among them. */
const MARKS = /[^\w .,;:?!'"()\x80-\xff]/g;
/** Reading so many bytes of plain sentences takes about as long as one mark. */
const BYTES_PER_MARK = 128;
/**
 * Reading so many takes 30 ms at most even where they were written to hold up the parser, such as a list of 250 short items; so do 32 KB of
 * plain sentences. Beside other programs, and as the first of all, it may be thrice that.
 */
const MOST_MARKS_EACH = 250;
/** With more, or 320 KB, starting a thread, which takes 130 ms, is worth it. */
const MOST_MARKS = 2_500;

/**
 * The articles of files that somebody has read before, sorted by path: of small ones in this thread, one in a turn, so that who is asking
 * meanwhile is hardly kept waiting; of larger ones by `aside`.
 *
 * @param aside `readFilesAside`
 */
export async function readSmallHere(
  files: readonly ArticleFile[],
  aside: (files: readonly ArticleFile[]) => Promise<Knowledge>,
): Promise<Pick<Knowledge, 'articles'>> {
  if (!areSmall(files)) return aside(files);
  const read: Knowledge[] = [];
  for (const file of files) {
    read.push(readFiles([file]));
    await otherWork();
  }
  return { articles: read.flatMap(({ articles }) => articles).toSorted(byPath) };
}

function areSmall(files: readonly ArticleFile[]): boolean {
  let marks = 0;
  for (const { bytes } of files) {
    const here = marksIn(bytes);
    marks += here;
    if (here > MOST_MARKS_EACH || marks > MOST_MARKS) return false;
  }
  return true;
}

function marksIn(bytes: Uint8Array): number {
  const fromLength = bytes.length / BYTES_PER_MARK;
  if (fromLength > MOST_MARKS_EACH) return fromLength;
  return fromLength + (Buffer.from(bytes).toString('latin1').match(MARKS)?.length ?? 0);
}
