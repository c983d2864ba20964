import { createInterface } from 'node:readline/promises';
import { Conversations } from '../../requests/asking/conversations.ts';
import { showFact } from '../../requests/kit/show-fact.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { AskRequest } from '../../serving/asking/ask-request.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { english, terminalTexts } from '../../wording/kit/english.ts';
import { createScreen, type Screen, wrapText, wrapWithMarker } from '../screen.ts';
import type { Terminal } from '../terminal.ts';
import { type AnswerView, renderAnswer, renderNearPassage } from './answer-text.ts';

/** A terminal has one conversation. */
const CONVERSATION_ID = 'terminal';

/** What ends a conversation; `:q` is what users of vi type. */
const ENDS: readonly string[] = ['exit', 'quit', ':q'];

interface ConversationOptions extends Omit<AnswerView, 'isConversation'> {
  readonly limit: number;
}

/**
 * Answers question after question until somebody types `exit`, or the input ends (Ctrl-D) or is interrupted (Ctrl-C). Arrow up brings back earlier
 * questions, and Tab completes one that the articles can answer.
 */
export async function converse(
  knowledge: KnowledgeService,
  { limit, ...options }: ConversationOptions,
  { input, output, nowMs }: Terminal,
): Promise<void> {
  const view = { ...options, isConversation: true };
  const { factCount, articleCount } = knowledge.current;
  const opening = terminalTexts.conversation.opening({
    facts: terminalTexts.facts({ count: factCount }),
    articles: english.counted.articles({ count: articleCount }),
  });
  output.write(`${wrapText(createScreen(output), opening)}\n\n`);
  const lines = createInterface({
    input,
    output,
    prompt: '? ',
    historySize: 200,
    removeHistoryDuplicates: true,
    completer: createCompleter(knowledge),
  });
  const conversations = new Conversations({ nowMs });
  let isOpen = true;
  lines.once('close', () => {
    isOpen = false;
  });
  let last: AskReply | null = null;
  lines.prompt();
  for await (const typed of lines) {
    const word = typed.trim().toLowerCase();
    if (ENDS.includes(word)) break;
    const near = findNearFact(typed, last);
    if (word === 'help') output.write(`\n${renderHelp(createScreen(output))}\n\n`);
    else if (near !== null) {
      const shown = await showFact(knowledge, null, { ...near, readers: 'everything' });
      output.write(`\n${renderNearPassage(createScreen(output), shown)}\n\n`);
    } else if (word !== '') {
      const conversation = conversations.findLast(CONVERSATION_ID);
      const answered = await ask(knowledge, { question: typed, limit, conversation });
      const { reply } = answered;
      conversations.remember(CONVERSATION_ID, reply.conversation);
      output.write(`\n${render(createScreen(output), answered, view)}\n\n`);
      // A number without a passage is no question; the next number may still open one.
      if (reply.reason.kind !== 'no-question') last = reply;
    }
    // The input may have ended while earlier lines still wait here; from Node.js 24 on prompting would then throw.
    if (isOpen) lines.prompt();
  }
  output.write('\n');
}

/** Says what can be done in a conversation, a line for each. */
function renderHelp(screen: Screen): string {
  return Object.values(terminalTexts.conversation.help)
    .map((text) => wrapWithMarker(screen, { indent: 2, marker: '• ', text }))
    .join('\n');
}

/** Returns the near passage that a typed number opens, of those listed with the last “I don’t know”, or null for anything else. */
function findNearFact(typed: string, last: AskReply | null) {
  const match = /^[1-9]$/.test(typed.trim()) ? last?.nearest[Number(typed) - 1] : undefined;
  if (last === null || match === undefined) return null;
  return { factId: match.fact.id, question: last.understoodAs ?? last.readAs ?? last.question };
}

interface Answered {
  readonly reply: AskReply;
  /** Whether the encoders still read the articles, so that words alone found the answer. */
  readonly isLearning: boolean;
}

async function ask(knowledge: KnowledgeService, request: AskRequest): Promise<Answered> {
  const { isLearning } = await knowledge.run(null, 'listSources', { from: 0, count: 0 });
  return { reply: await knowledge.run(null, 'ask', request, 'everything'), isLearning };
}

/** Renders the answer, below how a follow-up was understood, and above why it may be a poor one. */
function render(screen: Screen, { reply, isLearning }: Answered, view: AnswerView): string {
  const answer = [renderAnswer(screen, reply, view), ...nearHint(screen, reply)].join('\n');
  const { byWords } = terminalTexts.conversation;
  return [
    ...renderUnderstood(screen, reply),
    answer,
    ...(isLearning ? [wrapText(screen, screen.colours.dim(byWords))] : []),
  ].join('\n\n');
}

function renderUnderstood(screen: Screen, { understoodAs }: AskReply): readonly string[] {
  if (understoodAs === null) return [];
  const understood = english.answer.understoodAs({ question: toPrintable(understoodAs) });
  return [wrapText(screen, screen.colours.dim(understood))];
}

/** Says how to open the near passages. */
function nearHint(screen: Screen, { nearest: { length } }: AskReply): readonly string[] {
  if (length === 0) return [];
  const numbers = Array.from({ length }, (_, index) => String(index + 1));
  const list = new Intl.ListFormat(english.tag, { type: 'disjunction' }).format(numbers);
  return [wrapText(screen, screen.colours.dim(terminalTexts.conversation.openNear({ numbers: list })))];
}

/** More would push the question out of sight. */
const MAX_COMPLETIONS = 12;

/** Returns what the readline of Node.js asks for at Tab: the questions that a line may become, and the part of the line that they replace. */
type Completer = (line: string) => Promise<[string[], string]>;

/** Creates a completer that completes a line to questions that the articles can answer. */
export function createCompleter(knowledge: Pick<KnowledgeService, 'run'>): Completer {
  return async (line) => {
    const wanted = { typed: line, askedIn: null, limit: MAX_COMPLETIONS };
    const found = await knowledge.run(null, 'suggest', wanted, 'everything');
    // Readline replaces the line with what all completions share, even where that says less: “How ” for “offices”.
    const continuing = found.filter((question) => question.startsWith(line));
    return [continuing.length > 0 ? continuing : found.slice(0, 1), line];
  };
}
