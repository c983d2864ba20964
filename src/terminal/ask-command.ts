import { once } from 'node:events';
import { ask } from '../requests/ask.ts';
import { explain } from '../requests/explain.ts';
import type { ServedKnowledge } from '../requests/served-knowledge.ts';
import { answerToJson } from './answer-json.ts';
import { renderAnswer } from './answer-text.ts';
import type { AskArguments } from './ask-arguments.ts';
import { converse } from './conversation.ts';
import { renderExplanation } from './explanation-text.ts';
import { linesOf } from './lines.ts';
import { screenOf } from './screen.ts';
import type { Terminal } from './terminal.ts';

/**
 * Answers one question, a conversation (no question, on a terminal) or a batch (no question, otherwise: a question
 * a line in, a JSON object a line out, in the same order and flushed as it goes).
 */
export async function runAsk(
  knowledge: ServedKnowledge,
  { question, json, limit, explain: isExplained }: AskArguments,
  terminal: Terminal,
): Promise<void> {
  const { input, output } = terminal;
  if (question === null && input.isTTY && !json) return converse(knowledge, limit, terminal);
  if (question !== null && !json) {
    const screen = screenOf(output);
    const answer = ask(knowledge.current, { question, limit });
    output.write(`${renderAnswer(screen, answer)}\n`);
    if (isExplained) output.write(`\n${renderExplanation(screen, explain(knowledge.current, question))}\n`);
    return;
  }
  const questions = question === null ? linesOf(input) : [question];
  for await (const line of questions) {
    const startedAt = terminal.nowMs();
    const answer = ask(knowledge.current, { question: line, limit });
    const written = output.write(`${answerToJson(line, answer, terminal.nowMs() - startedAt)}\n`);
    if (!written) await once(output, 'drain');
  }
}
