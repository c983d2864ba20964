import { KNOWLEDGE_OPTION, parseArguments, readFolderOption } from '../command-arguments.ts';

export interface ArticlesArguments {
  /** Null where the setting `KNOWLEDGE_DIR` decides. */
  readonly folder: string | null;
  /** Whether to write JSON for scripts. */
  readonly isJson: boolean;
}

const USAGE = 'Usage: npm run articles -- [--json] [--knowledge DIR]';

/**
 * Reads the arguments of `articles`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseArticlesArguments(args: readonly string[]): ArticlesArguments {
  const { values } = parseArguments(
    { args: [...args], options: { ...KNOWLEDGE_OPTION, json: { type: 'boolean' } } },
    USAGE,
  );
  return { folder: readFolderOption(values, USAGE), isJson: values.json === true };
}
