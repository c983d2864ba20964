import { DEFAULT_SETTINGS, type ServerSettings } from '../../server-settings/settings-table.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';
import { nullOnStoreError } from './store-errors.ts';

/** What it takes to know how a server is set up. */
export interface SettingsDeps {
  readonly store: Pick<Store, 'guildSettings'>;
  readonly onStoreError: (error: StoreError) => void;
}

/** The settings of a server; those of a new one outside servers, and where the store is out of order: an answer is worth more than they are. */
export async function readServerSettings(
  { store, onStoreError }: SettingsDeps,
  guildId: string | null,
): Promise<ServerSettings> {
  if (guildId === null) return DEFAULT_SETTINGS;
  return (await nullOnStoreError(onStoreError, () => store.guildSettings.read(guildId))) ?? DEFAULT_SETTINGS;
}
