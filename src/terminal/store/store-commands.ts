import { createHash } from 'node:crypto';
import { UserFacingError } from '../../requests/kit/user-facing-error.ts';
import { requireDatabaseUrl, resolveFromCaller } from '../../settings/settings.ts';
import { copyStore, type StoreCopy } from '../../store/copy/copy-store.ts';
import type { TableDigest } from '../../store/copy/table-rows.ts';
import { describeLocation } from '../../store/kit/describe-location.ts';
import { StoreError } from '../../store/kit/store-error.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import { createScreen, wrapText } from '../screen.ts';
import type { CommandHost } from '../terminal.ts';
import {
  BACKUP_SYNTAX,
  MIGRATE_STORE_SYNTAX,
  parseFileArgument,
  parseMigrationArguments,
  RESTORE_SYNTAX,
} from './store-arguments.ts';

type Host = Pick<CommandHost, 'env' | 'output'>;

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
  return copy({ from: file, to: requireDatabaseUrl(host.env), isResumable: false }, host);
}

/**
 * Runs `migrate-store`: copies a database to an empty place, or goes on with a copy that was broken off. Returns the exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`; `unusable-store`, in which case nothing is overwritten
 */
export async function runMigrateStoreCommand(args: readonly string[], host: Host): Promise<number> {
  const { from, to } = parseMigrationArguments(args);
  const locate = (address: string): string => readAddress(address, host.env);
  return copy({ from: locate(from), to: locate(to), isResumable: true }, host);
}

/** Returns the address of a database as typed; `DATABASE_URL` stands for the one of the settings, which may hold a password. */
function readAddress(typed: string, env: CommandHost['env']): string {
  if (typed === 'DATABASE_URL') return requireDatabaseUrl(env);
  // Two letters at least, so that the drive of a Windows path is no scheme.
  return /^[a-z][a-z\d+.-]+:/i.test(typed) ? typed : resolveFromCaller(env, MIGRATE_STORE_SYNTAX.name, typed);
}

async function copy(wanted: Omit<StoreCopy, 'now'>, { output }: Host): Promise<number> {
  const screen = createScreen(output);
  const words = terminalTexts.copy;
  try {
    const digests = await copyStore({ ...wanted, now: () => new Date() });
    const { kind, location } = describeLocation(wanted.to);
    const rows = digests.reduce((sum, each) => sum + each.rows, 0);
    const lines = [
      words.done({ rows, kind, location: toPrintable(location) }),
      words.tables({ tables: digests.map(({ table, rows: count }) => `${table} ${count}`).join(', ') }),
      words.hash({ hash: combineHashes(digests) }),
    ];
    output.write(`${lines.map((line) => wrapText(screen, line)).join('\n')}\n`);
    return 0;
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    throw new UserFacingError('unusable-store', words.failed({ why: cause.message }), { cause });
  }
}

function combineHashes(digests: readonly TableDigest[]): string {
  const hash = createHash('sha256');
  for (const { table, rows, hash: ofTable } of digests) hash.update(`${table} ${rows} ${ofTable}\n`);
  return hash.digest('hex');
}
