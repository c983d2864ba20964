import type { ServerSettings } from '../../server-settings/settings-table.ts';
import type { ModerationDeps } from '../kit/moderation-deps.ts';
import { requireManager, type ServerRequest } from '../kit/requester.ts';
import { refuseOnStoreError } from '../kit/store-errors.ts';
import { createRefusal } from '../kit/user-facing-error.ts';

export interface SettingsRequest extends ServerRequest {
  readonly changes: Partial<ServerSettings>;
}

export interface ChangedSettings {
  readonly before: ServerSettings;
  readonly now: ServerSettings;
  /** Of the changes that were made, by which they can be undone; none where all was set so already. */
  readonly changeNumbers: readonly number[];
}

/**
 * How a server is set up; for those who may manage it.
 *
 * @throws {UserFacingError} `not-a-manager`, `not-kept`
 */
export async function readSettingsAsManager(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId }: ServerRequest,
): Promise<ServerSettings> {
  requireManager(requester);
  return refuseOnStoreError(() => store.serverSettings.read(guildId));
}

/**
 * Sets what `changes` names for one server and gives all its settings as they were and as they are then; for those who may manage the server.
 *
 * @throws {UserFacingError} `not-a-manager`, `everyone`, `not-kept`
 */
export async function changeSettings(
  { store }: Pick<ModerationDeps, 'store'>,
  { requester, guildId, changes }: SettingsRequest,
): Promise<ChangedSettings> {
  requireManager(requester);
  refuseEveryoneRole(guildId, changes);
  return refuseOnStoreError(async () => {
    const before = await store.serverSettings.read(guildId);
    const made = await store.serverSettings.change(guildId, requester.memberId, changes);
    return { before, now: { ...before, ...changes }, changeNumbers: made.map(({ number }) => number) };
  });
}

/** Discord offers @everyone, whose id is the server's, among the roles: everybody would be a moderator, or be called. */
function refuseEveryoneRole(
  guildId: string,
  { moderatorRoleIds = [], helperRoleId }: Partial<ServerSettings>,
): void {
  if (moderatorRoleIds.includes(guildId) || helperRoleId === guildId)
    throw createRefusal({ kind: 'everyone' });
}
