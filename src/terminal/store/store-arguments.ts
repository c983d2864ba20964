import { type CommandSyntax, parseArguments, refuseArguments } from '../command-arguments.ts';

export const BACKUP_SYNTAX = {
  name: 'backup',
  forms: [{ operands: 'FILE', help: 'copies the database into a file, while the bot runs' }],
  options: {},
  examples: ['npm run backup -- backups/2026-11-30.db'],
} as const;

export const RESTORE_SYNTAX = {
  name: 'restore',
  forms: [{ operands: 'FILE', help: 'copies a backup to an empty DATABASE_URL' }],
  options: {},
  examples: ['npm run restore -- backups/2026-11-30.db'],
} as const;

export const MIGRATE_STORE_SYNTAX = {
  name: 'migrate-store',
  forms: [{ operands: 'FROM TO', help: 'moves the database between a file and PostgreSQL' }],
  options: {},
  examples: [
    'npm run migrate-store -- data/footnote.db DATABASE_URL',
    'npm run migrate-store -- DATABASE_URL data/footnote.db',
  ],
} as const;

/** Two letters at least, so that the drive of a Windows path is no scheme. */
const SCHEME = /^[a-z][a-z\d+.-]+:/i;

/** Returns whether an operand of `migrate-store` is an address, and no path. */
export function isAddress(operand: string): boolean {
  return SCHEME.test(operand);
}

/**
 * Reads the only operand of `backup` or `restore`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseFileArgument(args: readonly string[], syntax: CommandSyntax): string {
  const [file = '', ...others] = parseArguments(args, syntax).positionals;
  if (file === '' || others.length > 0) throw refuseArguments('Name one file.', syntax);
  // It may hold a password, so it is not repeated.
  if (isAddress(file))
    throw refuseArguments(`${syntax.name} takes the path of a file. migrate-store takes addresses.`, syntax);
  return file;
}

/**
 * Reads the two operands of `migrate-store`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseMigrationArguments(args: readonly string[]): {
  readonly from: string;
  readonly to: string;
} {
  const [from = '', to = '', ...others] = parseArguments(args, MIGRATE_STORE_SYNTAX).positionals;
  if (from === '' || to === '' || others.length > 0)
    throw refuseArguments(
      'Name two databases: the one that exists, and an empty place.',
      MIGRATE_STORE_SYNTAX,
    );
  return { from, to };
}
