import type { AnsweringScope } from './base/thread-state.ts';
import { getDeadlineMs } from './lanes/deadlines.ts';
import type { Resident } from './lanes/residents.ts';
import type { OverlayContents } from './overlay-contents.ts';

type OverlayContent = Awaited<ReturnType<OverlayContents['readContent']>>;

const OPTIONS = { deadlineMs: getDeadlineMs('loadOverlay') };

/** An overlay as threads hold it. */
interface HeldOverlay {
  /** The name under which a thread holds it: the id of its server, or one that no server has. */
  readonly id: string;
  /** The server that the content comes from. */
  readonly serverId: string;
  readonly version: number;
  /** Changes the content before a thread loads it; nothing unless given. */
  readonly change?: (content: OverlayContent) => OverlayContent;
}

/** Returns what a server has of its own as data that a thread must hold. Without `overlays`, it loads nothing. */
export function createOverlayResident(
  overlays: Pick<OverlayContents, 'readContent'> | null,
  { id, serverId, version, change = (content) => content }: HeldOverlay,
): Resident {
  return {
    key: `overlay ${id}`,
    isOwn: true,
    version,
    load: async (thread) => {
      if (overlays === null) return 0;
      const content = change(await overlays.readContent(serverId));
      const { weight } = await thread.run('loadOverlay', { serverId: id, content }, OPTIONS);
      return weight;
    },
    drop: (thread) => thread.run('drop', { overlays: [id], phrasings: [] }, OPTIONS),
  };
}

/**
 * Returns the base for some readers as data that a thread must hold. The thread itself knows whether it holds that base, so each run needs
 * another `version`.
 */
export function createReadersResident(scope: AnsweringScope, version: number): Resident {
  return {
    key: `readers ${scope.serverId}`,
    isOwn: true,
    version,
    load: async (thread) => {
      await thread.run('prepareReaders', { scope }, OPTIONS);
      // The overlay counts its bases.
      return 0;
    },
    drop: async () => {},
  };
}
