import { createHash } from 'node:crypto';
import { constants, hostname } from 'node:os';
import { isRunning } from '../../kit/system.ts';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { requireDatabaseUrl, resolveFromCaller } from '../../settings/settings.ts';
import { copyStore, type StoreCopy } from '../../store/copy/copy-store.ts';
import type { CopyProgress } from '../../store/copy/copy-tables.ts';
import type { ThisMachine } from '../../store/copy/refuse-bots.ts';
import type { TableDigest } from '../../store/copy/table-rows.ts';
import { StoreError } from '../../store/kit/store-error.ts';
import { describeLocation } from '../../store/kit/store-url.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import { createProgressLine, type ProgressLine } from '../progress.ts';
import { createScreen, wrapText } from '../screen.ts';
import type { CommandHost } from '../terminal.ts';
import {
  BACKUP_SYNTAX,
  isAddress,
  MIGRATE_STORE_SYNTAX,
  parseFileArgument,
  parseMigrationArguments,
  RESTORE_SYNTAX,
} from './store-arguments.ts';

interface Host extends Pick<CommandHost, 'env' | 'output' | 'progress'> {
  /** Resolves when somebody stops the command. */
  readonly stopSignal: Promise<NodeJS.Signals>;
}

type WantedCopy = Omit<StoreCopy, 'now' | 'onProgress'>;

/** A shell tells with this sum that a signal has ended a process. */
const SIGNAL_STATUS = 128;

/** With it, a copy finds out whether a bot runs. */
const MACHINE: ThisMachine = { host: hostname(), isRunning };

/**
 * Runs `backup`: copies the database of the settings into a new file, as it is at one moment. Returns the exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`; `unusable-store`, in which case no file of that name is left
 */
export async function runBackupCommand(args: readonly string[], host: Host): Promise<number> {
  const file = resolveFromCaller(host.env, BACKUP_SYNTAX.name, parseFileArgument(args, BACKUP_SYNTAX));
  return copy({ from: requireDatabaseUrl(host.env), to: file, isResumable: false }, host);
}

/**
 * Runs `restore`: copies a backup to the empty database of the settings. Returns the exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`; `unusable-store`, in which case nothing is overwritten
 */
export async function runRestoreCommand(args: readonly string[], host: Host): Promise<number> {
  const file = resolveFromCaller(host.env, RESTORE_SYNTAX.name, parseFileArgument(args, RESTORE_SYNTAX));
  return copy({ from: file, to: requireDatabaseUrl(host.env), isResumable: false, machine: MACHINE }, host);
}

/**
 * Runs `migrate-store`: copies a database to an empty place, or goes on with a copy that was broken off. Returns the exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`; `unusable-store`, in which case nothing is overwritten
 */
export async function runMigrateStoreCommand(args: readonly string[], host: Host): Promise<number> {
  const { from, to } = parseMigrationArguments(args);
  const locate = (address: string): string => readAddress(address, host.env);
  return copy({ from: locate(from), to: locate(to), isResumable: true, machine: MACHINE }, host);
}

/** Returns the address of a database as typed; `DATABASE_URL` stands for the one of the settings, which may hold a password. */
function readAddress(typed: string, env: CommandHost['env']): string {
  if (typed === 'DATABASE_URL') return requireDatabaseUrl(env);
  return isAddress(typed) ? typed : resolveFromCaller(env, MIGRATE_STORE_SYNTAX.name, typed);
}

/** Copies, shows how far it is, and stops at a signal. */
async function copy(wanted: WantedCopy, host: Host): Promise<number> {
  const line = createProgressLine(host.progress);
  const watch = new CopyWatch(host, line);
  try {
    const digests = await copyStore({ ...wanted, now: () => new Date(), onProgress: watch.note });
    line.end();
    host.output.write(`${describeCopy(wanted, digests, createScreen(host.output))}\n`);
    return 0;
  } catch (cause) {
    line.end();
    if (cause instanceof Stopped) {
      const screen = createScreen(host.progress);
      host.progress.write(`${wrapText(screen, describeStop(wanted))}\n`);
      return SIGNAL_STATUS + constants.signals[cause.signal];
    }
    if (!(cause instanceof StoreError)) throw cause;
    throw new UserFacingError('unusable-store', describeFailure(wanted, cause, watch.hasBegun), { cause });
  }
}

/** Thrown into a copy that a signal stops. */
class Stopped extends Error {
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}

/** Follows a copy until a signal stops it. */
class CopyWatch {
  readonly #line: ProgressLine;
  #signal: NodeJS.Signals | null = null;
  #hasBegun = false;

  constructor({ stopSignal }: Pick<Host, 'stopSignal'>, line: ProgressLine) {
    this.#line = line;
    void this.#await(stopSignal);
  }

  async #await(stopSignal: Promise<NodeJS.Signals>): Promise<void> {
    this.#signal = await stopSignal;
    this.#line.show(terminalTexts.copy.stopping);
  }

  /** Whether anything was written. */
  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  /** Shows how far the copy is. @throws {Stopped} */
  readonly note = ({ phase, share, rows }: CopyProgress): void => {
    this.#hasBegun = true;
    if (this.#signal !== null) throw new Stopped(this.#signal);
    const percent = Math.floor(100 * share);
    const { copying, comparing } = terminalTexts.copy;
    this.#line.show(phase === 'copying' ? copying({ rows, percent }) : comparing({ percent }));
  };
}

function describeCopy(
  { to }: WantedCopy,
  digests: readonly TableDigest[],
  screen: ReturnType<typeof createScreen>,
): string {
  const words = terminalTexts.copy;
  const { kind, location } = describeLocation(to);
  const rows = digests.reduce((sum, each) => sum + each.rows, 0);
  return [
    words.done({ rows, kind, location: toPrintable(location) }),
    words.tables({ tables: digests.map(({ table, rows: count }) => `${table} ${count}`).join(', ') }),
    words.hash({ hash: combineHashes(digests) }),
  ]
    .map((line) => wrapText(screen, line))
    .join('\n');
}

/** Says what state the target is in, and what to do. */
function describeStop({ to, isResumable }: WantedCopy): string {
  const { kind, location: at } = describeLocation(to);
  const location = toPrintable(at);
  const { stopped, stoppedAside, stoppedInside } = terminalTexts.copy;
  if (kind === 'PostgreSQL') return stoppedInside({ location });
  return isResumable ? stoppedAside({ location }) : stopped({ location });
}

function describeFailure(
  { to, isResumable }: WantedCopy,
  { message: why }: StoreError,
  hasBegun: boolean,
): string {
  // An address that cannot be read has no location either.
  if (!hasBegun) return terminalTexts.copy.failed({ why });
  const { kind, location } = describeLocation(to);
  return isResumable || kind === 'PostgreSQL'
    ? terminalTexts.copy.unfinished({ location: toPrintable(location), why })
    : terminalTexts.copy.failed({ why });
}

function combineHashes(digests: readonly TableDigest[]): string {
  const hash = createHash('sha256');
  for (const { table, rows, hash: ofTable } of digests) hash.update(`${table} ${rows} ${ofTable}\n`);
  return hash.digest('hex');
}
