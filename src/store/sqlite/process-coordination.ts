import type { Coordination, HeldLock } from '../kit/coordination.ts';

/** Creates the coordination for a store that one process uses: locks hold within the process, and there is nobody to tell anything. */
export function createProcessCoordination(): Coordination {
  const taken = new Set<string>();
  return {
    isShared: false,
    async tryLock(name): Promise<HeldLock | null> {
      if (taken.has(name)) return null;
      taken.add(name);
      let isHeld = true;
      return {
        name,
        lost: new Promise(() => {}),
        async release() {
          if (isHeld) taken.delete(name);
          isHeld = false;
        },
      };
    },
    listFree: async (names) => names.filter((name) => !taken.has(name)),
    async join() {},
    async leave() {},
    countProcesses: async () => 1,
    async announce() {},
    subscribe: () => () => {},
  };
}
