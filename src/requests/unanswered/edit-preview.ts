import type { KeyedLock } from '../../kit/serial-work.ts';
import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import type { KnowledgeService, Trial } from '../../serving/knowledge-service.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import { readCommonAccess } from '../kit/asker-access.ts';
import { type ChangedAnswer, compareAnswers, toShownPassage } from '../kit/changed-answers.ts';
import { requireModerator, type ServerRequest } from '../kit/requester.ts';
import { nullOnStoreError } from '../kit/store-errors.ts';
import { UserFacingError } from '../kit/user-facing-error.ts';
import { isAnsweredNow, type OpenEntriesDeps } from './open-entries.ts';
import { listUnanswered } from './unanswered.ts';

/** What a changed article would change. */
export interface EditPreview {
  /** The answers that change, among the last questions that this server was answered for all to see; latest question first. */
  readonly changedAnswers: readonly ChangedAnswer[];
  /** The open questions of the unanswered queue that it would answer and that nothing answers now. */
  readonly newlyAnswered: readonly ChangedAnswer[];
  /** Whether there was time for all of these questions. */
  readonly isComplete: boolean;
}

/** The collaborators of `previewEdit`. */
export interface EditPreviewDeps extends OpenEntriesDeps {
  readonly knowledge: OpenEntriesDeps['knowledge'] & Pick<KnowledgeService, 'createTrial' | 'runTrial'>;
  readonly onStoreError: (error: StoreError) => void;
  readonly locks: KeyedLock;
}

/** A moderator waits for these, and looks at some of them. Each is answered twice, some 70 ms each time. */
const MAX_RECENT = 30;
const MAX_OPEN = 20;
const MAX_MS = 6_000;
/** How long a thread is busy at a time with reading what changed. */
const READING_MS = 250;

/**
 * Finds out what another text of one of a server's own articles would change, for moderators, and changes nothing. Asks at most 30 recent and 20
 * open questions, for at most some 6 s.
 *
 * @throws {UserFacingError} `not-a-moderator`
 */
export async function previewEdit(
  deps: EditPreviewDeps,
  { path, text, ...server }: ServerRequest & { readonly path: string; readonly text: string },
): Promise<EditPreview> {
  requireModerator(server.requester);
  const { guildId } = server;
  // A thread holds one trial of each server, so a second one would end the first.
  return deps.locks.run(`trial ${guildId}`, () =>
    tryQuestions(deps, deps.knowledge.createTrial(guildId, { path, text }), server),
  );
}

async function tryQuestions(
  deps: EditPreviewDeps,
  trial: Trial,
  server: ServerRequest,
): Promise<EditPreview> {
  const { knowledge, nowMs } = deps;
  const { guildId } = server;
  const untilMs = nowMs() + MAX_MS;
  const changedAnswers: ChangedAnswer[] = [];
  const newlyAnswered: ChangedAnswer[] = [];
  try {
    for (const { question, entry, readers } of await listQuestions(deps, server)) {
      if (!(await isUnderstood(deps, { trial, readers }, untilMs)))
        return { changedAnswers, newlyAnswered, isComplete: false };
      const before = await knowledge.run(guildId, 'ask', { question }, readers);
      const after = await knowledge.runTrial(trial, 'ask', { question }, readers);
      const changes = compareAnswers(question, toShownPassage(before), toShownPassage(after));
      if (entry === null) changedAnswers.push(...changes);
      else if (isAnsweredNow(entry, after) && !isAnsweredNow(entry, before)) newlyAnswered.push(...changes);
    }
    return { changedAnswers, newlyAnswered, isComplete: true };
  } catch (error) {
    // What was found until then is still true.
    if (!(error instanceof UserFacingError)) throw error;
    return { changedAnswers, newlyAnswered, isComplete: false };
  }
}

/**
 * Waits until both versions of what these readers may read can be compared: one by meaning and one by words alone would differ everywhere.
 * Returns false where time ran out.
 */
async function isUnderstood(
  { knowledge, nowMs }: EditPreviewDeps,
  { trial, readers }: { readonly trial: Trial; readonly readers: ReaderAccess },
  untilMs: number,
): Promise<boolean> {
  const wait = { maxMs: READING_MS };
  const steps = [
    () => knowledge.runTrial(trial, 'understand', wait, readers),
    () => knowledge.run(trial.serverId, 'understand', wait, readers),
  ];
  for (const step of steps) {
    while ((await step()) !== null) if (nowMs() >= untilMs) return false;
  }
  return nowMs() < untilMs;
}

async function listQuestions({ store, onStoreError, ...deps }: EditPreviewDeps, server: ServerRequest) {
  const { guildId } = server;
  const recent =
    (await nullOnStoreError(onStoreError, () =>
      store.asked.listLastAnswered({ guildId, limit: MAX_RECENT }),
    )) ?? [];
  const open = await listUnanswered({ ...deps, store }, server);
  return [
    ...open.slice(0, MAX_OPEN).map((entry) => ({
      question: entry.phrasing,
      entry,
      readers: readCommonAccess(deps.askerAccess, entry.asked),
    })),
    ...recent.map((asked) => ({
      question: asked.understoodAs ?? asked.question,
      entry: null,
      readers: deps.askerAccess.readChannelAccess(asked),
    })),
  ];
}
