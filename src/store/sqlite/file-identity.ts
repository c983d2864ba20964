import { type BigIntStats, closeSync, openSync, readSync, statSync } from 'node:fs';
import type { FileLoss } from '../kit/file-errors.ts';
import { computeFileBytes } from './file-header.ts';

/** Identifies the file at a path: two files never share both numbers while one of them is open. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
}

/** Returns the identity of the file at `path`, or null if there is none. */
export function identify(path: string): FileIdentity | null {
  const stats = readStats(path);
  return stats === null ? null : { device: stats.dev, inode: stats.ino };
}

/**
 * Checks the files of an open database. SQLite continues to write into a deleted or replaced file and reports success, but those changes
 * are gone when the process ends.
 */
export class FileGuard {
  readonly #path: string;
  readonly #identity: FileIdentity;
  #walIdentity: FileIdentity | null = null;
  #bytes = 0n;

  /** @param identity of the open file at `path` */
  constructor(path: string, identity: FileIdentity) {
    this.#path = path;
    this.#identity = identity;
    this.#bytes = readStats(path)?.size ?? 0n;
  }

  /** Returns how the open files were lost, or null if the path still leads to them. One call takes some 10 µs. */
  findLoss(): FileLoss | null {
    const stats = readStats(this.#path);
    if (stats === null) return 'deleted';
    if (!isSame(this.#identity, { device: stats.dev, inode: stats.ino })) return 'replaced';
    if (stats.size < this.#bytes && !isComplete(this.#path, stats.size)) return 'truncated';
    this.#bytes = stats.size;
    return this.#findLossOfWal();
  }

  /** Checks the “-wal” file, which holds the latest acknowledged changes. The first change makes it, and closing removes it. */
  #findLossOfWal(): FileLoss | null {
    const now = identify(`${this.#path}-wal`);
    if (this.#walIdentity === null) {
      this.#walIdentity = now;
      return null;
    }
    if (now === null) return 'deleted';
    return isSame(this.#walIdentity, now) ? null : 'replaced';
  }
}

function isSame(some: FileIdentity, other: FileIdentity): boolean {
  return some.device === other.device && some.inode === other.inode;
}

/** Returns whether a file that shrank is complete: after a `vacuum` by another program, its header states the smaller size. */
function isComplete(path: string, bytes: bigint): boolean {
  const header = Buffer.alloc(100);
  const file = openSync(path, 'r');
  try {
    const pageBytes = computeFileBytes(header.subarray(0, readSync(file, header, 0, header.length, 0)));
    return pageBytes !== null && BigInt(pageBytes) <= bytes;
  } finally {
    closeSync(file);
  }
}

function readStats(path: string): BigIntStats | null {
  return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
}
