import { hashQuestion } from '../../serving/asking/question-hash.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { AUTOCOMPLETE_LIMITS } from '../kit/limits.ts';

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** As much of discord.js's interaction as it takes. */
interface Typing {
  readonly options: { readonly getFocused: () => string };
}

/** What stands for a question that is too long to be a value: found again by `hash`, in words as far as they fit. */
interface ChoiceKey {
  readonly hash: string;
  readonly beginning: string;
}

/** Keys come back from clients after restarts and refreshes: versioned, and read as a stranger's text. */
const KEY = /^f1:q:(?<hash>[\w-]{16}):(?<beginning>.*)$/su;

/**
 * `questions` as Discord offers them while a member types, at most 25; those that would show the same as one before are left out.
 * Each is to be on one line and to show something: one choice out of order, and Discord shows none.
 */
export function buildQuestionChoices(questions: readonly string[]): Choice[] {
  const choices = new Map<string, Choice>();
  for (const question of questions) {
    const name = shorten(question, AUTOCOMPLETE_LIMITS.text);
    if (!choices.has(name)) choices.set(name, { name, value: valueFor(question) });
  }
  return [...choices.values()].slice(0, AUTOCOMPLETE_LIMITS.choices);
}

/**
 * The question that a member has chosen or typed. A question that is not offered any more is asked as far as its key tells it;
 * whatever is no key is a question itself.
 */
export async function resolveQuestion(
  value: string,
  { guildId }: { readonly guildId: string | null },
  { knowledge }: { readonly knowledge: Pick<KnowledgeService, 'run'> },
): Promise<string> {
  const key = readKey(value);
  if (key === null) return value;
  const offered = await knowledge.run(guildId, 'findOffered', { hash: key.hash, askedIn: guildId });
  return offered ?? key.beginning;
}

/** What is typed, or was chosen and is being changed. */
export function readTypedQuestion({ options }: Typing): string {
  const typed = options.getFocused();
  return readKey(typed)?.beginning ?? typed;
}

function valueFor(question: string): string {
  if (!needsKey(question)) return question;
  const head = `f1:q:${hashQuestion(question)}:`;
  return head + shorten(question, AUTOCOMPLETE_LIMITS.text - head.length).replace(/…$/u, '');
}

/** A short question may look like a key too. */
function needsKey(question: string): boolean {
  return question.length > AUTOCOMPLETE_LIMITS.text || readKey(question) !== null;
}

function readKey(value: string): ChoiceKey | null {
  const { hash, beginning } = KEY.exec(value)?.groups ?? {};
  return hash === undefined || beginning === undefined ? null : { hash, beginning };
}
