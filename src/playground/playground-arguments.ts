import { KNOWLEDGE_OPTION, parseArguments, readFolderOption } from '../terminal/command-arguments.ts';

export interface PlaygroundArguments {
  /** Null where the setting `KNOWLEDGE_DIR` decides. */
  readonly folder: string | null;
  /** A file with one question a line, or null for none. */
  readonly questions: string | null;
  /** Whether to show what members asked. */
  readonly withAskedQuestions: boolean;
}

export const PLAYGROUND_SYNTAX = {
  name: 'playground',
  forms: [{ operands: '', help: 'a page on this machine to try and to write articles' }],
  options: {
    ...KNOWLEDGE_OPTION,
    questions: {
      type: 'string',
      value: 'FILE',
      help: 'questions to ask again with each change, one a line',
    },
    'with-asked-questions': {
      type: 'boolean',
      help: 'also the last 100 questions that members asked openly, without names, from the database; the default never opens it',
    },
  },
  examples: ['npm run playground', 'npm run playground -- --knowledge ./articles --questions questions.txt'],
} as const;

/**
 * Reads the arguments of `playground`.
 *
 * @throws {UserFacingError} `unusable-arguments`
 */
export function parsePlaygroundArguments(args: readonly string[]): PlaygroundArguments {
  const { values } = parseArguments(args, PLAYGROUND_SYNTAX);
  return {
    folder: readFolderOption(values, PLAYGROUND_SYNTAX),
    questions: values.questions ?? null,
    withAskedQuestions: values['with-asked-questions'] === true,
  };
}
