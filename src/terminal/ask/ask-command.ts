import { once } from 'node:events';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { createScreen } from '../screen.ts';
import type { Terminal } from '../terminal.ts';
import { toAnswerJson } from './answer-json.ts';
import { renderAnswer, renderExplanation } from './answer-text.ts';
import type { AskArguments } from './ask-arguments.ts';
import { converse } from './conversation.ts';
import { readLines } from './lines.ts';

/**
 * Answers one question, or without one holds a conversation in a terminal. Otherwise it answers a batch: one question per line in, one JSON object per
 * line out, in the same order and each written at once.
 */
export async function runAsk(
  knowledge: KnowledgeService,
  { question, json, limit, explain: isExplained }: AskArguments,
  terminal: Terminal,
): Promise<void> {
  const { input, output } = terminal;
  if (question === null && input.isTTY && !json) return converse(knowledge, limit, terminal);
  if (question !== null && !json) {
    const screen = createScreen(output);
    const answer = await knowledge.run(null, 'ask', { question, limit });
    output.write(`${renderAnswer(screen, answer)}\n`);
    if (isExplained) {
      const explained = await knowledge.run(null, 'explain', { question });
      output.write(`\n${renderExplanation(screen, explained)}\n`);
    }
    return;
  }
  const questions = question === null ? readLines(input) : [question];
  for await (const line of questions) {
    const startedAt = terminal.nowMs();
    const answer = await knowledge.run(null, 'ask', { question: line, limit });
    const written = output.write(`${toAnswerJson(line, answer, terminal.nowMs() - startedAt)}\n`);
    if (!written) await once(output, 'drain');
  }
}
