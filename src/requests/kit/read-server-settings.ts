import { DEFAULT_SETTINGS, type ServerSettings } from '../../server-settings/settings-table.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import { nullOnStoreError } from './store-errors.ts';

/** The collaborators that reading a server's settings needs. */
export interface SettingsDeps {
  readonly store: Pick<Store, 'serverSettings'>;
  readonly onStoreError: (error: StoreError) => void;
}

/** Carries the settings of the server that a request comes from. The front-end reads them once, where the request begins. */
export interface SettingsOfRequest {
  readonly settings: ServerSettings;
}

/**
 * Returns the settings of a server; outside servers the defaults. While the store fails, it returns those that it read last, or the defaults
 * where it has read none: an answer matters more than the settings.
 */
export async function readServerSettings(
  { store, onStoreError }: SettingsDeps,
  guildId: string | null,
): Promise<ServerSettings> {
  if (guildId === null) return DEFAULT_SETTINGS;
  const settings = await nullOnStoreError(onStoreError, () => store.serverSettings.read(guildId));
  return settings ?? store.serverSettings.getLastRead(guildId) ?? DEFAULT_SETTINGS;
}
