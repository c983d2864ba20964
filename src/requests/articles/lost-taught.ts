import type { TaughtAnswerRef } from '../../serving/base/taught-answer.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';

/** The articles of a server that a change may replace or remove. */
interface ChangedArticles {
  readonly guildId: string;
  readonly paths: readonly string[];
}

/** What a change returned, with the questions whose taught answers it made useless. */
interface ChangeWithLoss<Result> {
  readonly result: Result;
  /** The questions as they were taught. */
  readonly lostQuestions: readonly string[];
}

/**
 * Changes articles of a server, and finds out whose taught answers no longer have their passage. A sentence that the new version keeps has
 * the same id, so its taught answer goes on to apply. Finds none where that cannot be found out: the change counts all the same.
 *
 * @throws what `change` throws
 */
export async function findLostTaught<Result>(
  deps: Pick<ModerationDeps, 'knowledge' | 'store'>,
  changed: ChangedArticles,
  change: () => Promise<Result>,
): Promise<ChangeWithLoss<Result>> {
  const before = await noneOnRefusal(() => listTaughtFrom(deps, changed));
  const result = await change();
  if (before.length === 0) return { result, lostQuestions: [] };
  const lost = await noneOnRefusal(() =>
    deps.knowledge.run(changed.guildId, 'selectLostTaught', { taught: before }, 'everything'),
  );
  return { result, lostQuestions: lost.map(({ phrasing }) => phrasing) };
}

/** Asks the store first: where nothing is taught, no thread has to build what answers in the server. */
async function listTaughtFrom(
  { knowledge, store }: Pick<ModerationDeps, 'knowledge' | 'store'>,
  { guildId, paths }: ChangedArticles,
): Promise<readonly TaughtAnswerRef[]> {
  if (paths.length === 0) return [];
  const taught = await refuseOnStoreError(() => store.serverValues.list(guildId, 'taught'));
  return taught.length === 0 ? [] : knowledge.run(guildId, 'listTaughtFrom', { paths }, 'everything');
}

async function noneOnRefusal(
  work: () => Promise<readonly TaughtAnswerRef[]>,
): Promise<readonly TaughtAnswerRef[]> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserFacingError) return [];
    throw error;
  }
}
