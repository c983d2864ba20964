import { StoreError } from './kit/store-error.ts';
import type { Store } from './open-store.ts';

/**
 * Returns a store that calls `onFailure` once for each operation that fails with a `StoreError`, whatever becomes of the error. Looks at the
 * store and what processes tell each other through it do not count: nobody asked for them.
 */
export function watchStore(store: Store, onFailure: (error: StoreError) => void): Store {
  const watch = <Records extends object>(records: Records): Records => watchRecords(records, onFailure);
  return {
    ...store,
    asked: watch(store.asked),
    votes: watch(store.votes),
    serverValues: watch(store.serverValues),
    serverSettings: watch(store.serverSettings),
    forgetting: watch(store.forgetting),
    greetings: watch(store.greetings),
    forumPosts: watch(store.forumPosts),
    digests: watch(store.digests),
    usage: watch(store.usage),
    snapshots: watch(store.snapshots),
  };
}

function watchRecords<Records extends object>(
  records: Records,
  onFailure: (error: StoreError) => void,
): Records {
  const note = (error: unknown): void => {
    if (error instanceof StoreError) onFailure(error);
  };
  return new Proxy(records, {
    get(target, name) {
      const operation: unknown = Reflect.get(target, name);
      if (typeof operation !== 'function') return operation;
      return (...parameters: unknown[]): unknown => {
        const result: unknown = Reflect.apply(operation, target, parameters);
        if (result instanceof Promise) result.catch(note);
        return result;
      };
    },
  });
}
