import { parseNote } from '../../knowledge/article/note.ts';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import type { OwnTitle } from '../../serving/jobs/overlay-jobs.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';

/** The titles of a server's own articles, by their paths. */
export type OwnTitles = ReadonlyMap<string, OwnTitle>;

/** Lists the titles of a server's own articles; none where they cannot be read. */
export async function listOwnTitles(
  { knowledge }: Pick<ModerationDeps, 'knowledge'>,
  guildId: string,
): Promise<OwnTitles> {
  try {
    const own = await knowledge.run(guildId, 'listOwnTitles', {});
    return new Map(own.map((each) => [each.path, each]));
  } catch (error) {
    if (!(error instanceof UserFacingError)) throw error;
    return new Map();
  }
}

/**
 * Returns how moderators know one of a server's own articles: by its title, which a note that is gone still tells, else by the name of its file.
 *
 * @param text the text of its file, or null where nobody knows it
 */
export function findTitle(titles: OwnTitles, path: string, text: string | null): string {
  const note = text === null ? null : parseNote(text);
  return titles.get(path)?.title ?? note?.title ?? toFileName(path);
}

/** Returns whether everybody may learn the title of an article; false also where nobody can tell. */
export function isTitleForAll(titles: OwnTitles, path: string): boolean {
  return titles.get(path)?.isLimited === false;
}
