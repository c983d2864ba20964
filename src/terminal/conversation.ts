import { createInterface } from 'node:readline/promises';
import { Conversations } from '../requests/conversations.ts';
import type { AskReply } from '../serving/ask.ts';
import type { KnowledgeService } from '../serving/knowledge-service.ts';
import { printable } from '../text/printable.ts';
import { english } from '../wording/english.ts';
import { renderAnswer } from './answer-text.ts';
import { type Screen, screenOf, wrap } from './screen.ts';
import { questionCompleter } from './tab-completion.ts';
import type { Terminal } from './terminal.ts';

/** A terminal holds one conversation. */
const HERE = 'terminal';

/** Answers question after question until the input ends (Ctrl-D) or is broken off (Ctrl-C); arrow up brings back earlier ones, Tab
 * completes one that the articles can be asked. */
export async function converse(
  knowledge: KnowledgeService,
  limit: number,
  { input, output, nowMs }: Terminal,
): Promise<void> {
  const { factCount, articleCount } = knowledge.current;
  const size = `${english.counted.facts(factCount)} from ${english.counted.articles(articleCount)}`;
  output.write(`${wrap(screenOf(output), `Ask me about ${size}. Ctrl-D ends.`)}\n\n`);
  const lines = createInterface({
    input,
    output,
    prompt: '? ',
    historySize: 200,
    removeHistoryDuplicates: true,
    completer: questionCompleter(knowledge),
  });
  const conversations = new Conversations({ nowMs });
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  lines.prompt();
  for await (const question of lines) {
    if (question.trim() !== '') {
      const conversation = conversations.last(HERE);
      const reply = await knowledge.run(null, 'ask', { question, limit, conversation });
      conversations.remember(HERE, reply.conversation);
      output.write(`\n${render(screenOf(output), reply)}\n\n`);
    }
    // The input may have ended while earlier lines still wait here; from Node.js 24 on that throws.
    if (isOpen) lines.prompt();
  }
  output.write('\n');
}

/** The answer, below how a question was understood that leant on the one before. */
function render(screen: Screen, reply: AskReply): string {
  const answer = renderAnswer(screen, reply);
  if (reply.understoodAs === null) return answer;
  const understood = english.answer.understoodAs(printable(reply.understoodAs));
  return `${wrap(screen, screen.colours.dim(understood))}\n\n${answer}`;
}
