import type { Conversations } from '../../requests/asking/conversations.ts';
import { nullOnStoreError } from '../../requests/kit/store-errors.ts';
import type { Refreshes } from '../../requests/refreshing/refreshes.ts';
import type { OverlayContents } from '../../serving/overlay-contents.ts';
import type { Phrasings } from '../../serving/phrasings.ts';
import type { Change } from '../../store/kit/coordination.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';

interface ChangeFollowers {
  readonly store: Pick<Store, 'coordination'>;
  readonly overlays: Pick<OverlayContents, 'forget' | 'forgetAll'>;
  readonly phrasings: Pick<Phrasings, 'forget' | 'forgetAll'>;
  readonly conversations: Pick<Conversations, 'forgetMember' | 'forgetAll'>;
  readonly refreshes: Pick<Refreshes, 'synchronise'>;
  readonly onStoreError: (error: StoreError) => void;
  /** Receives what else goes wrong while the articles of another process are taken over. */
  readonly onFailed: (error: unknown) => void;
}

/**
 * Follows what other processes change: reads again what this process remembers, and answers from the articles that another one has read.
 * Returns the function that ends it.
 */
export function followChanges(followers: ChangeFollowers): () => void {
  const { store, overlays, phrasings, conversations, refreshes } = followers;
  const follow = (): void => {
    nullOnStoreError(followers.onStoreError, () => refreshes.synchronise()).catch(followers.onFailed);
  };
  const apply = (change: Change | null): void => {
    switch (change?.kind) {
      case 'snapshot':
        follow();
        break;
      case 'server':
        overlays.forget(change.guildId);
        phrasings.forget(change.guildId);
        break;
      case 'member':
        conversations.forgetMember(change.memberId);
        phrasings.forgetAll();
        break;
      case 'shards':
        // The holder of the shards listens for itself.
        break;
      case undefined:
        // Some announcements may have been missed.
        overlays.forgetAll();
        phrasings.forgetAll();
        conversations.forgetAll();
        follow();
    }
  };
  return store.coordination.subscribe(apply);
}
