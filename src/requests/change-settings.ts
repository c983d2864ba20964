import type { GuildSettings } from '../store/guild-settings.ts';
import type { Store } from '../store/open-store.ts';
import { kept } from './kept.ts';
import { type Requester, requireManager } from './requester.ts';

export interface SettingsRequest {
  readonly requester: Requester;
  readonly guildId: string;
  readonly changes: Partial<GuildSettings>;
}

export interface ChangedSettings {
  readonly before: GuildSettings;
  readonly now: GuildSettings;
}

/**
 * Sets what `changes` names for one server and gives all its settings as they were and as they are then; for those who may manage the server.
 *
 * @throws {UserFacingError} `not-a-manager`, `not-kept`
 */
export async function changeSettings(
  store: Store,
  { requester, guildId, changes }: SettingsRequest,
): Promise<ChangedSettings> {
  requireManager(requester);
  return kept(async () => {
    const before = await store.guildSettings.of(guildId);
    return { before, now: await store.guildSettings.change(guildId, requester.memberId, changes) };
  });
}
