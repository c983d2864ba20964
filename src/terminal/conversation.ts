import { createInterface } from 'node:readline/promises';
import { ask } from '../requests/ask.ts';
import type { ServedKnowledge } from '../requests/served-knowledge.ts';
import { english } from '../wording/english.ts';
import { renderAnswer } from './answer-text.ts';
import { screenOf, wrap } from './screen.ts';
import type { Terminal } from './terminal.ts';

/** Answers question after question until the input ends (Ctrl-D) or is broken off (Ctrl-C); arrow up brings back earlier ones. */
export async function converse(
  knowledge: ServedKnowledge,
  limit: number,
  { input, output }: Terminal,
): Promise<void> {
  const { base } = knowledge.current;
  const size = `${english.counted.facts(base.facts.length)} from ${english.counted.articles(base.articles.length)}`;
  output.write(`${wrap(screenOf(output), `Ask me about ${size}. Ctrl-D ends.`)}\n\n`);
  const lines = createInterface({
    input,
    output,
    prompt: '? ',
    historySize: 200,
    removeHistoryDuplicates: true,
  });
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  lines.prompt();
  for await (const question of lines) {
    if (question.trim() !== '') {
      output.write(`\n${renderAnswer(screenOf(output), ask(knowledge, { question, limit }))}\n\n`);
    }
    // The input may have ended while earlier lines still wait here; from Node.js 24 on that throws.
    if (isOpen) lines.prompt();
  }
  output.write('\n');
}
