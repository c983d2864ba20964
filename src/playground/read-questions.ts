import { createReadStream } from 'node:fs';
import { readErrorCode } from '../kit/system.ts';
import { UserFacingError } from '../requests/kit/user-facing-error.ts';
import { MAX_WATCHED } from '../requests/refreshing/watched-questions.ts';
import { requireDatabaseUrl } from '../settings/settings.ts';
import type { Environment } from '../settings/values.ts';
import { StoreError } from '../store/kit/store-error.ts';
import { readAskedQuestions } from '../store/read-asked-questions.ts';
import { readLines } from '../terminal/ask/ask-command.ts';
import { toPhrasingKey } from '../text/words/questions.ts';
import { playgroundTexts } from '../wording/kit/english.ts';

/** As many leave room for what is asked on the page. */
const MAX_ASKED = 100;

/**
 * Reads the first 200 questions of a file, one a line.
 *
 * @throws {UserFacingError} `unusable-arguments` where it cannot be read
 */
export async function readQuestionFile(file: string): Promise<readonly string[]> {
  const questions: string[] = [];
  try {
    for await (const line of readLines(createReadStream(file))) {
      if (line.trim() !== '') questions.push(line);
      if (questions.length === MAX_WATCHED) break;
    }
    return questions;
  } catch (cause) {
    const words = playgroundTexts.terminal.noFile({ file, code: readErrorCode(cause) });
    throw new UserFacingError('unusable-arguments', words, { cause });
  }
}

/**
 * Reads the last 100 different questions that members asked openly, latest first.
 *
 * @throws {UserFacingError} `unusable-settings`, `unusable-store`
 */
export async function readMembersQuestions(env: Environment, now: () => Date): Promise<readonly string[]> {
  const asked = await readOrRefuse(requireDatabaseUrl(env), now);
  const { noDatabase, olderDatabase } = playgroundTexts.terminal;
  if (asked.kind !== 'read') {
    const words = asked.kind === 'missing' ? noDatabase : olderDatabase;
    throw new UserFacingError('unusable-store', words({ path: asked.path }));
  }
  const different = new Map<string, string>();
  for (const question of asked.questions) {
    const key = toPhrasingKey(question);
    if (!different.has(key)) different.set(key, question);
  }
  return [...different.values()].slice(0, MAX_ASKED);
}

async function readOrRefuse(url: string, now: () => Date) {
  try {
    return await readAskedQuestions(url, now);
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    throw new UserFacingError('unusable-store', cause.message, { cause });
  }
}
