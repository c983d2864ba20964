import { KNOWLEDGE_OPTION, parseOrRefuse, readFolder } from './knowledge-option.ts';

export interface ArticlesArguments {
  /** Null where the setting `KNOWLEDGE_DIR` decides. */
  readonly folder: string | null;
}

const USAGE = 'Usage: npm run articles -- [--knowledge DIR]';

/**
 * Reads the arguments of `articles`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseArticlesArguments(args: readonly string[]): ArticlesArguments {
  const { values } = parseOrRefuse({ args: [...args], options: KNOWLEDGE_OPTION }, USAGE);
  return { folder: readFolder(values, USAGE) };
}
