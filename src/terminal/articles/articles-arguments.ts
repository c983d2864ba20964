import { KNOWLEDGE_OPTION, parseArguments, readFolderOption } from '../command-arguments.ts';

export interface ArticlesArguments {
  /** Null where the setting `KNOWLEDGE_DIR` decides. */
  readonly folder: string | null;
  /** Whether to write JSON for scripts. */
  readonly isJson: boolean;
}

export const ARTICLES_SYNTAX = {
  name: 'articles',
  forms: [{ operands: '', help: 'the articles, what they were read as, and problems' }],
  options: { ...KNOWLEDGE_OPTION, json: { type: 'boolean', help: 'one JSON object' } },
  examples: ['npm run articles', 'npm run --silent articles -- --json --knowledge ./articles'],
} as const;

/**
 * Reads the arguments of `articles`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parseArticlesArguments(args: readonly string[]): ArticlesArguments {
  const { values } = parseArguments(args, ARTICLES_SYNTAX);
  return { folder: readFolderOption(values, ARTICLES_SYNTAX), isJson: values.json === true };
}
