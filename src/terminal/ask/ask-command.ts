import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { DEFAULT_LIMIT } from '../../serving/asking/ask-request.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { openArticles } from '../open-articles.ts';
import { createScreen } from '../screen.ts';
import type { CommandHost, Terminal } from '../terminal.ts';
import { toAnswerJson } from './answer-json.ts';
import { renderAnswer, renderExplanation } from './answer-text.ts';
import { ASK_SYNTAX, type AskArguments, parseAskArguments } from './ask-arguments.ts';
import { converse } from './conversation.ts';
import { waitForVectors } from './wait-for-vectors.ts';

/**
 * Runs `ask` and returns its exit status.
 *
 * @throws {UserFacingError} `unusable-arguments`, `unusable-settings`, `no-readable-article`
 */
export async function runAskCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const parsed = parseAskArguments(args);
  const { knowledge } = await openArticles(parsed.folder, { ...ASK_SYNTAX, answers: true }, host);
  if (!isConversation(parsed, host)) await waitForVectors(knowledge, host);
  await runAsk(knowledge, parsed, host);
  return 0;
}

/**
 * Answers one question, or without one holds a conversation in a terminal. Otherwise it answers a batch: one question per line in, one JSON object per
 * line out, in the same order and each written at once.
 */
export async function runAsk(
  knowledge: KnowledgeService,
  { question, json, limit: given, folder, explain: isExplained }: AskArguments,
  terminal: Terminal,
): Promise<void> {
  const { input, output } = terminal;
  const limit = given ?? DEFAULT_LIMIT;
  const view = { areMatchesWanted: given !== null, listCommand: buildListCommand(folder) };
  if (isConversation({ question, json }, terminal)) return converse(knowledge, { ...view, limit }, terminal);
  if (question !== null && !json) {
    const screen = createScreen(output);
    const answer = await knowledge.run(null, 'ask', { question, limit }, 'everything');
    output.write(`${renderAnswer(screen, answer, { ...view, isConversation: false })}\n`);
    if (isExplained) {
      const explained = await knowledge.run(null, 'explain', { question }, 'everything');
      output.write(`\n${renderExplanation(screen, explained)}\n`);
    }
    return;
  }
  const questions = question === null ? readLines(input) : [question];
  for await (const line of questions) {
    const startedAt = terminal.nowMs();
    const answer = await knowledge.run(null, 'ask', { question: line, limit }, 'everything');
    const written = output.write(`${toAnswerJson(line, answer, terminal.nowMs() - startedAt)}\n`);
    if (!written) await once(output, 'drain');
  }
}

function isConversation(
  { question, json }: Pick<AskArguments, 'question' | 'json'>,
  { input }: Pick<Terminal, 'input'>,
): boolean {
  return question === null && input.isTTY === true && !json;
}

/** Builds the command that lists the articles of the folder that `--knowledge` named, or null. */
function buildListCommand(folder: string | null): string {
  if (folder === null) return 'npm run articles';
  const quoted = /^[\w./:\\-]+$/.test(folder) ? folder : `"${folder}"`;
  return `npm run articles -- --knowledge ${quoted}`;
}

/** The rest of a longer line is ignored: with all of its characters escaped it would exceed the longest possible string. */
const MAX_LINE_CHARS = 50_000_000;

/**
 * Reads the lines of a stream without their ends (`\n` or `\r\n`), and without a byte order mark at the start, which Notepad and PowerShell write. A last line without an end counts, an empty one after the last end does not. A line
 * is cut after 50 million characters. The readline of Node.js is not used: it also divides at U+2028, U+2029 and a lone carriage return, which may be
 * inside a question, and then there would be more answers than questions.
 */
export async function* readLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  const open = new OpenLine();
  let isStart = true;
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    const [first = '', ...others] = (isStart ? text.replace(/^\uFEFF/, '') : text).split('\n');
    isStart &&= text === '';
    open.add(first);
    for (const begun of others) {
      yield removeReturn(open.take());
      open.add(begun);
    }
  }
  open.add(decoder.end());
  const last = open.take();
  if (last !== '') yield removeReturn(last);
}

/** A line whose end has not arrived, kept in pieces: joining it with every chunk took minutes for a hundred megabytes. */
class OpenLine {
  #pieces: string[] = [];
  #length = 0;

  add(piece: string): void {
    if (piece === '' || this.#length >= MAX_LINE_CHARS) return;
    this.#pieces.push(piece.slice(0, MAX_LINE_CHARS - this.#length));
    this.#length += piece.length;
  }

  take(): string {
    const line = this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    return line;
  }
}

function removeReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
