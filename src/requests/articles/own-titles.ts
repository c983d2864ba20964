import { parseNote } from '../../knowledge/article/note.ts';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';

/** The titles of a server's own articles, by their paths. */
export type OwnTitles = ReadonlyMap<string, string>;

/** Lists the titles of a server's own articles; none where they cannot be read. */
export async function listOwnTitles(
  { knowledge }: Pick<ModerationDeps, 'knowledge'>,
  guildId: string,
): Promise<OwnTitles> {
  try {
    const own = await knowledge.run(guildId, 'listOwnTitles', {});
    return new Map(own.map(({ path, title }) => [path, title]));
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
  return titles.get(path) ?? note?.title ?? toFileName(path);
}
