import type { RefreshReport } from '../../serving/base/base-report.ts';
import type { KnowledgeService, PreparedBase } from '../../serving/knowledge-service.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import type { AskerAccess } from '../kit/asker-access.ts';
import { type ChangedAnswer, compareAnswers, toShownPassage } from '../kit/changed-answers.ts';
import { requireModerator } from '../kit/requester.ts';
import { nullOnStoreError } from '../kit/store-errors.ts';
import type { Refresher } from './refresh.ts';
import { requireFolderMaintainer } from './refresh.ts';
import type { Refreshes } from './refreshes.ts';

/** The collaborators of `previewRefresh`. */
export interface PreviewDeps {
  readonly refreshes: Refreshes;
  readonly knowledge: Pick<KnowledgeService, 'runOn'>;
  readonly store: Pick<Store, 'asked'>;
  readonly askerAccess: Pick<AskerAccess, 'readChannelAccess'>;
  /** Receives the error when the recorded questions cannot be read. The rest of the preview is still given. */
  readonly onStoreError: (error: StoreError) => void;
}

export interface RefreshPreview {
  /** The id by which the preview can be applied. */
  readonly id: string;
  readonly report: RefreshReport;
  /**
   * The answers that change, among the last 50 questions that this server was answered for all to see; latest
   * question first.
   */
  readonly changedAnswers: readonly ChangedAnswer[];
}

/** A moderator looks at some of them. Each is answered twice, some 10 ms each time. */
const MAX_QUESTIONS = 50;

/**
 * Shows a moderator what a refresh would change, and changes nothing.
 *
 * @throws {UserFacingError} `not-a-moderator`, `shared-folder`, `no-readable-article`
 */
export async function previewRefresh(deps: PreviewDeps, refresher: Refresher): Promise<RefreshPreview> {
  const { requester, guildId } = refresher;
  requireModerator(requester);
  requireFolderMaintainer(refresher);
  const { id, prepared } = await deps.refreshes.preview();
  const { base, before, report } = prepared;
  // Both bases answer to the end, though another refresh may close them meanwhile.
  const answers = await base.use(() => before.use(() => findChangedAnswers(deps, prepared, guildId)));
  return { id, report, changedAnswers: answers };
}

/**
 * Serves exactly what a moderator saw in a preview.
 *
 * @throws {UserFacingError} `not-a-moderator`, `shared-folder`; `preview-gone`, and nothing is done, where it would no longer be the same
 */
export async function applyPreview(
  refreshes: Refreshes,
  refresher: Refresher,
  id: string,
): Promise<RefreshReport> {
  const { requester, guildId } = refresher;
  requireModerator(requester);
  requireFolderMaintainer(refresher);
  return refreshes.apply(id, { kind: 'preview', byId: requester.memberId, guildId });
}

/**
 * Discards a preview.
 *
 * @throws {UserFacingError} `not-a-moderator`
 */
export function discardPreview(
  refreshes: Refreshes,
  { requester }: Pick<Refresher, 'requester'>,
  id: string,
): void {
  requireModerator(requester);
  refreshes.discard(id);
}

async function findChangedAnswers(
  { knowledge, store, askerAccess, onStoreError }: PreviewDeps,
  prepared: PreparedBase,
  guildId: string | null,
): Promise<readonly ChangedAnswer[]> {
  const wanted = { guildId, limit: MAX_QUESTIONS };
  const asked = (await nullOnStoreError(onStoreError, () => store.asked.listLastAnswered(wanted))) ?? [];
  const changed: ChangedAnswer[] = [];
  for (const each of asked) {
    const question = each.understoodAs ?? each.question;
    const where = { serverId: guildId, readers: askerAccess.readChannelAccess(each) };
    const [before, after] = [
      await knowledge.runOn({ base: prepared.before, ...where }, 'ask', { question }),
      await knowledge.runOn({ base: prepared.base, ...where }, 'ask', { question }),
    ];
    changed.push(...compareAnswers(question, toShownPassage(before), toShownPassage(after)));
  }
  return changed;
}
