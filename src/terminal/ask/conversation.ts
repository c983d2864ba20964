import { createInterface } from 'node:readline/promises';
import { Conversations } from '../../requests/asking/conversations.ts';
import { showFact } from '../../requests/kit/show-fact.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { english } from '../../wording/english/texts.ts';
import { type Screen, screenOf, wrap } from '../screen.ts';
import type { Terminal } from '../terminal.ts';
import { renderAnswer, renderNear } from './answer-text.ts';
import { questionCompleter } from './tab-completion.ts';

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
  let last: AskReply | null = null;
  lines.prompt();
  for await (const typed of lines) {
    const near = nearFact(typed, last);
    if (near !== null) {
      const shown = await showFact(knowledge, null, near);
      output.write(`\n${renderNear(screenOf(output), shown)}\n\n`);
    } else if (typed.trim() !== '') {
      const conversation = conversations.findLast(HERE);
      const reply = await knowledge.run(null, 'ask', { question: typed, limit, conversation });
      conversations.remember(HERE, reply.conversation);
      output.write(`\n${render(screenOf(output), reply)}\n\n`);
      // A number that opens nothing asks nothing: another one may still.
      if (reply.reason.kind !== 'no-question') last = reply;
    }
    // The input may have ended while earlier lines still wait here; from Node.js 24 on that throws.
    if (isOpen) lines.prompt();
  }
  output.write('\n');
}

/** The passage that a number opens, out of those that were listed with the last “I don’t know”; null for anything else. */
function nearFact(typed: string, last: AskReply | null) {
  const match = /^[1-9]$/.test(typed.trim()) ? last?.nearest[Number(typed) - 1] : undefined;
  if (last === null || match === undefined) return null;
  return { factId: match.fact.id, question: last.understoodAs ?? last.readAs ?? last.question };
}

/** The answer, below how a question was understood that leant on the one before. */
function render(screen: Screen, reply: AskReply): string {
  const answer = [renderAnswer(screen, reply), ...nearHint(screen, reply)].join('\n');
  if (reply.understoodAs === null) return answer;
  const understood = english.answer.understoodAs(toPrintable(reply.understoodAs));
  return `${wrap(screen, screen.colours.dim(understood))}\n\n${answer}`;
}

/** How to open what is near. */
function nearHint(screen: Screen, { nearest: { length } }: AskReply): readonly string[] {
  if (length === 0) return [];
  const numbers = Array.from({ length }, (_, place) => String(place + 1));
  const choice = new Intl.ListFormat(english.tag, { type: 'disjunction' }).format(numbers);
  return [wrap(screen, screen.colours.dim(`Type ${choice} to read that passage.`))];
}
