import type { IndexCost } from '../../search/index/index-cost.ts';
import { listSettings, SETTINGS_COMMANDS } from '../../server-settings/settings-table.ts';
import type { OwnCost } from '../../serving/base/own-index-limits.ts';
import type { ServerChange, ValueChange } from '../../store/records/server-values.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { type Requester, requireManager, requireModerator, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';
import { findTitle, isTitleForAll, listOwnTitles, type OwnTitles } from './find-article.ts';
import { findLostTaught } from './lost-taught.ts';
import { requireIndexRoom, requireRoom } from './own-limits.ts';

const NOTHING: IndexCost = { facts: 0, terms: 0 };

/** More than this nobody looks over. */
const MAX_STEPS = 20;
/** A step holds at most all settings of one command. */
const MOST_CHANGES =
  MAX_STEPS * Math.max(...SETTINGS_COMMANDS.map((command) => listSettings(command).length));

/** A change, with the words by which moderators know what was changed. */
export interface NamedChange extends ServerChange {
  /** The title of an article, the question of a taught answer, the name of a setting. */
  readonly title: string;
  /** False for the title of an article that not everybody may read. */
  readonly isTitleForAll: boolean;
}

/** A change in the history. */
export interface ListedChange extends NamedChange {
  /** The stored value of a setting after the change; null where it had none, and for everything but settings. */
  readonly after: string | null;
}

/** The changes that a moderator made with one command. */
export interface ChangeStep {
  /** One change, or all settings that one command changed, latest first. */
  readonly changes: readonly [ListedChange, ...ListedChange[]];
  /** Whether the step can be undone, because none of its values was changed since. */
  readonly isLatest: boolean;
  /** Whether whoever looks at the list may undo the step. */
  readonly isAllowed: boolean;
}

/**
 * Lists the last changes in a server, latest first, for moderators.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-kept`
 */
export async function listChanges(
  deps: ModerationDeps,
  { requester, guildId }: ServerRequest,
): Promise<readonly ChangeStep[]> {
  requireModerator(requester);
  const settled = await refuseOnStoreError(() => listSettledChanges(deps.store, guildId));
  const titled = await nameChanges(deps, guildId, settled);
  const changes = titled.map((change, index) => ({ ...change, after: settled[index]?.after ?? null }));
  const steps: ChangeStep[] = [];
  const since = new Set<string>();
  for (const change of changes) {
    const key = `${change.kind} ${change.name}`;
    const isLatest = !since.has(key);
    const last = steps.at(-1);
    if (last !== undefined && areOfOneCommand(last.changes[0], change))
      steps[steps.length - 1] = {
        ...last,
        changes: [...last.changes, change],
        isLatest: last.isLatest && isLatest,
      };
    else steps.push({ changes: [change], isLatest, isAllowed: mayUndo(requester, change) });
    since.add(key);
  }
  return steps.slice(0, MAX_STEPS);
}

/** Returns the latest changes, with the value of each setting after it: what the next change found, or what is set now. */
async function listSettledChanges(
  { serverValues }: ModerationDeps['store'],
  guildId: string,
): Promise<readonly Omit<ListedChange, 'title' | 'isTitleForAll'>[]> {
  const changes = await serverValues.listChanges(guildId, MOST_CHANGES);
  const current = await serverValues.list(guildId, 'setting');
  const later = new Map<string, string | null>(current.map(({ name, value }) => [name, value]));
  return changes.map((change) => {
    if (change.kind !== 'setting') return { ...change, after: null };
    const after = later.get(change.name) ?? null;
    later.set(change.name, change.before);
    return { ...change, after };
  });
}

/** Returns whether one command made both changes. */
function areOfOneCommand(one: ServerChange, other: ServerChange): boolean {
  return (
    one.kind === 'setting' &&
    other.kind === 'setting' &&
    one.changedBy === other.changedBy &&
    one.changedAt === other.changedAt
  );
}

/**
 * Returns whether somebody may undo a change: members who manage the server may undo any, and moderators their own changes of articles, taught
 * answers and synonyms.
 */
function mayUndo(
  { isModerator, managesServer, memberId }: Requester,
  { kind, changedBy }: Pick<ServerChange, 'kind' | 'changedBy'>,
): boolean {
  return managesServer || (isModerator && kind !== 'setting' && changedBy === memberId);
}

/**
 * Undoes changes, all or none: any for members who manage the server, and for moderators their own ones, but no settings. Returns the changes
 * that the undoing made. Refuses where articles that come back would exceed the server's limits.
 *
 * @throws {UserFacingError} `not-a-moderator`, `not-a-manager`, `not-your-change`, `changed-since`, `too-many-articles`, `articles-too-large`,
 * `article-unreadable`, `articles-too-many-facts`, `not-kept`
 */
export async function undoChanges(
  deps: ModerationDeps,
  request: ServerRequest & { readonly numbers: readonly number[] },
): Promise<readonly NamedChange[]> {
  const { guildId, numbers } = request;
  const undoable = await findUndoable(deps, request);
  if (undoable.length < new Set(numbers).size) throw createRefusal({ kind: 'changed-since' });
  const changes = undoable.map(({ kind, name, before }) => ({ kind, name, value: before }));
  // What a recorded change held never changes, so the files are read before the lock is taken.
  const costs = await measureCosts(deps, request.guildId, changes);
  // Nobody may add an article between the check and the write.
  const titles = changes.some(isOfArticle) ? await listOwnTitles(deps, guildId) : new Map();
  const undone = await deps.locks.run(guildId, () => undoNow(deps, { ...request, changes, costs }));
  return nameChanges(deps, guildId, undone, titles);
}

/** Finds those of the changes that the history still has. Refuses where somebody may not undo one of them. */
async function findUndoable(
  { store }: ModerationDeps,
  { requester, guildId, numbers }: ServerRequest & { readonly numbers: readonly number[] },
): Promise<readonly ServerChange[]> {
  const found = await refuseOnStoreError(() => store.serverValues.findChanges(guildId, numbers));
  if (found.some(({ kind }) => kind === 'setting')) requireManager(requester);
  else if (!requester.managesServer) requireModerator(requester);
  if (found.every((change) => mayUndo(requester, change))) return found;
  throw createRefusal({ kind: 'not-your-change' });
}

/** Adds the titles. Articles that have just gone have theirs in `before`. */
async function nameChanges(
  deps: ModerationDeps,
  guildId: string,
  changes: readonly ServerChange[],
  before: OwnTitles = new Map(),
): Promise<readonly NamedChange[]> {
  if (!changes.some(isOfArticle))
    return changes.map((change) => ({ ...change, title: change.name, isTitleForAll: true }));
  const titles = new Map([...before, ...(await listOwnTitles(deps, guildId))]);
  const texts = new Map(
    changes.flatMap(({ name, before: text }) => (text === null ? [] : [[name, text] as const])),
  );
  return changes.map((change) => {
    const { name } = change;
    const title = isOfArticle(change) ? findTitle(titles, name, texts.get(name) ?? null) : name;
    return { ...change, title, isTitleForAll: !isOfArticle(change) || isTitleForAll(titles, name) };
  });
}

function isOfArticle({ kind }: Pick<ServerChange, 'kind'>): boolean {
  return kind === 'article';
}

/** What undoing changed, with the questions whose taught answers no longer have their passage, as they were taught. */
export interface UndoneChanges {
  readonly undone: readonly NamedChange[];
  readonly lostQuestions: readonly string[];
}

/**
 * Undoes changes as `undoChanges` does, and finds out which taught answers no longer apply because of it.
 *
 * @throws {UserFacingError} as `undoChanges`
 */
export async function undoAndFindLost(
  deps: ModerationDeps,
  request: ServerRequest & { readonly numbers: readonly number[] },
): Promise<UndoneChanges> {
  const { guildId } = request;
  const meant = await findUndoable(deps, request);
  const paths = meant.filter(({ kind }) => kind === 'article').map(({ name }) => name);
  const change = (): Promise<readonly NamedChange[]> => undoChanges(deps, request);
  const { result: undone, lostQuestions } = await findLostTaught(deps, { guildId, paths }, change);
  return { undone, lostQuestions };
}

interface UndoRequest extends ServerRequest {
  readonly numbers: readonly number[];
  readonly changes: readonly ValueChange[];
  /** What the returning articles add to the index; nothing for those that are removed. */
  readonly costs: readonly OwnCost[];
}

async function undoNow(
  { store, knowledge }: ModerationDeps,
  { requester, guildId, numbers, changes, costs }: UndoRequest,
): Promise<readonly ServerChange[]> {
  requireRoom(await refuseOnStoreError(() => store.serverValues.list(guildId, 'article')), changes);
  if (costs.length > 0) requireIndexRoom(await knowledge.run(guildId, 'measureOwnCosts', {}), costs);
  const undone = await refuseOnStoreError(() =>
    store.serverValues.undo(guildId, requester.memberId, numbers),
  );
  if (undone === null) throw createRefusal({ kind: 'changed-since' });
  return undone;
}

async function measureCosts(
  deps: ModerationDeps,
  guildId: string,
  changes: readonly ValueChange[],
): Promise<readonly OwnCost[]> {
  const costs: OwnCost[] = [];
  for (const { kind, name, value } of changes)
    if (kind === 'article')
      costs.push({ path: name, ...(await measureCost(deps, guildId, { path: name, value })) });
  return costs;
}

/**
 * Measures what an article adds to the index. One that another version took in and this one cannot read costs
 * nothing: it is listed as unreadable.
 */
async function measureCost(
  { uploads }: ModerationDeps,
  guildId: string,
  { path, value }: { readonly path: string; readonly value: string | null },
): Promise<IndexCost> {
  if (value === null) return NOTHING;
  const { isStopped, article, problems } = await uploads.read(guildId, { path, bytes: Buffer.from(value) });
  if (isStopped) throw createRefusal({ kind: 'article-unreadable', problems });
  return article?.cost ?? NOTHING;
}
