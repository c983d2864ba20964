import { once } from 'node:events';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { screenOf } from '../screen.ts';
import type { Terminal } from '../terminal.ts';
import { answerToJson } from './answer-json.ts';
import { renderAnswer } from './answer-text.ts';
import type { AskArguments } from './ask-arguments.ts';
import { converse } from './conversation.ts';
import { renderExplanation } from './explanation-text.ts';
import { linesOf } from './lines.ts';

/**
 * Answers one question, a conversation (no question, on a terminal) or a batch (no question, otherwise: a question
 * a line in, a JSON object a line out, in the same order and flushed as it goes).
 */
export async function runAsk(
  knowledge: KnowledgeService,
  { question, json, limit, explain: isExplained }: AskArguments,
  terminal: Terminal,
): Promise<void> {
  const { input, output } = terminal;
  if (question === null && input.isTTY && !json) return converse(knowledge, limit, terminal);
  if (question !== null && !json) {
    const screen = screenOf(output);
    const answer = await knowledge.run(null, 'ask', { question, limit });
    output.write(`${renderAnswer(screen, answer)}\n`);
    if (isExplained) {
      const explained = await knowledge.run(null, 'explain', { question });
      output.write(`\n${renderExplanation(screen, explained)}\n`);
    }
    return;
  }
  const questions = question === null ? linesOf(input) : [question];
  for await (const line of questions) {
    const startedAt = terminal.nowMs();
    const answer = await knowledge.run(null, 'ask', { question: line, limit });
    const written = output.write(`${answerToJson(line, answer, terminal.nowMs() - startedAt)}\n`);
    if (!written) await once(output, 'drain');
  }
}
