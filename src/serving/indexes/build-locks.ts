import type { Stats } from 'node:fs';
import { open, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createFolder, PRIVATE_FOLDER, readErrorCode } from '../../kit/system.ts';

/** The ending of a file that exists while a process builds the index of that key. Only a killed process leaves it behind. */
const LOCK = '.building';
/** The further ending of a file that exists while a process removes the lock of a killed one. */
const REMOVING = '.removing';
/** Like the indexes beside it. */
const OWNER_ALONE = 0o600;

/** Returns whether a file is a lock. */
export function isLockFile(path: string): boolean {
  return path.endsWith(LOCK) || path.endsWith(`${LOCK}${REMOVING}`);
}

/** The lock of one process that builds an index, while others wait for it. */
export interface BuildLock {
  /** Releases the lock, whether or not the index was stored. Never fails. */
  release(): Promise<void>;
}

/** How often a process shows that it still builds, and how long others wait. In milliseconds. */
export interface LockTimes {
  readonly beatMs: number;
  /** A process that has shown nothing for this long has ended. */
  readonly silentMs: number;
  readonly lookMs: number;
  /** The longest that anybody waits. */
  readonly maxMs: number;
}

/** A million facts take 49 s on two busy cores. */
const TIMES: LockTimes = { beatMs: 1_000, silentMs: 5_000, lookMs: 50, maxMs: 180_000 };

/** What was found, or the lock to build it under. */
export type FoundOrLock<Found> =
  | { readonly found: Found }
  | { readonly found: null; readonly lock: BuildLock };

/**
 * Finds what is stored under a key, or takes the lock to build it. While another process on the same folder has the lock, it waits: that one
 * stores what all need. A process that was killed, or that could not store it, holds nobody up for longer than some seconds.
 *
 * @param find returns what is stored, or null
 */
export async function findOrLock<Found>(
  {
    folder,
    key,
    times = TIMES,
  }: { readonly folder: string; readonly key: string; readonly times?: LockTimes },
  find: () => Promise<Found | null>,
): Promise<FoundOrLock<Found>> {
  const path = join(folder, `${key}${LOCK}`);
  const until = performance.now() + times.maxMs;
  for (;;) {
    const known = await find();
    if (known !== null) return { found: known };
    const lock = await tryLock(folder, path, times);
    if (lock !== null) return lookAgain(lock, find);
    const end = await waitForEnd(path, times, until);
    if (end.kind === 'silent') await removeSilent(path, end.beatAt);
    else {
      const found = await find();
      return found === null ? { found: null, lock: NOBODY_WAITS } : { found };
    }
  }
}

/** A lock that nobody waits for. */
const NOBODY_WAITS: BuildLock = { release: async () => {} };

/** Another process may have stored it between the look and the lock. */
async function lookAgain<Found>(
  lock: BuildLock,
  find: () => Promise<Found | null>,
): Promise<FoundOrLock<Found>> {
  try {
    const found = await find();
    if (found === null) return { found: null, lock };
    await lock.release();
    return { found };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Takes a lock. Returns null while another process has it. Where the folder cannot be written to, processes do not wait for each other. */
async function tryLock(folder: string, path: string, { beatMs }: LockTimes): Promise<BuildLock | null> {
  try {
    await createFolder(folder, PRIVATE_FOLDER);
    await (await open(path, 'wx', OWNER_ALONE)).close();
  } catch (error) {
    return readErrorCode(error) === 'EEXIST' ? null : NOBODY_WAITS;
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), beatMs);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      await rm(path, { force: true }).catch(() => {});
    },
  };
}

/** How a wait for the lock of another process ended, with the time of its last sign where it is silent. */
type WaitEnd = { readonly kind: 'ended' | 'late' } | { readonly kind: 'silent'; readonly beatAt: number };

/** Waits until another process releases a lock, or that process shows nothing, or it was long enough. Compares no clocks of two machines. */
async function waitForEnd(path: string, { silentMs, lookMs }: LockTimes, until: number): Promise<WaitEnd> {
  let [beatAt, seenAt] = [-1, performance.now()];
  while (performance.now() < until) {
    // Whoever removes what a killed process has left takes the lock next.
    const state = (await readState(path)) ?? (await setTimeout(lookMs, null).then(() => readState(path)));
    if (state === null) return { kind: 'ended' };
    if (state.mtimeMs !== beatAt) [beatAt, seenAt] = [state.mtimeMs, performance.now()];
    else if (performance.now() - seenAt > silentMs) return { kind: 'silent', beatAt };
    await setTimeout(lookMs);
  }
  return { kind: 'late' };
}

function readState(path: string): Promise<Stats | null> {
  return stat(path).catch(() => null);
}

/** Removes the lock of a killed process. Only one of the waiting processes does so, and never removes a lock that another one has taken since. */
async function removeSilent(path: string, beatAt: number): Promise<void> {
  const own = `${path}${REMOVING}`;
  try {
    await (await open(own, 'wx', OWNER_ALONE)).close();
  } catch {
    return;
  }
  try {
    if ((await stat(path)).mtimeMs === beatAt) await rm(path, { force: true });
  } catch {
    // It is gone already.
  } finally {
    await rm(own, { force: true }).catch(() => {});
  }
}
