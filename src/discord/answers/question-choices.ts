import { hashQuestion } from '../../serving/asking/question-hash.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { AUTOCOMPLETE_LIMITS } from '../kit/limits.ts';

interface Choice {
  readonly name: string;
  readonly value: string;
}

/** The part of discord.js's interaction that we need. */
interface Typing {
  readonly options: { readonly getFocused: () => string };
}

/** Stands for a question that is too long for a choice: `hash` finds it again, `beginning` is as much of it as fits. */
interface ChoiceKey {
  readonly hash: string;
  readonly beginning: string;
}

/** Clients send keys back after restarts and refreshes, so keys carry a version, and nothing in them is trusted. */
const KEY = /^f1:q:(?<hash>[\w-]{16}):(?<beginning>.*)$/su;

/**
 * Returns at most 25 choices to offer while a member types, without those that would look like an earlier one. Each question must be one
 * line with visible text: Discord shows no choice at all when one is invalid.
 */
export function buildQuestionChoices(questions: readonly string[]): Choice[] {
  const choices = new Map<string, Choice>();
  for (const question of questions) {
    const name = shorten(question, AUTOCOMPLETE_LIMITS.text);
    if (!choices.has(name)) choices.set(name, { name, value: toChoiceValue(question) });
  }
  return [...choices.values()].slice(0, AUTOCOMPLETE_LIMITS.choices);
}

/**
 * Returns the question that a member chose or typed. For a choice that is no longer offered, returns the beginning of the question from its
 * key. A value that is not a key is a question itself.
 */
export async function resolveQuestion(
  value: string,
  { guildId }: { readonly guildId: string | null },
  { knowledge }: { readonly knowledge: Pick<KnowledgeService, 'run'> },
): Promise<string> {
  const key = readKey(value);
  if (key === null) return value;
  const offered = await knowledge.run(guildId, 'findOfferedQuestion', { hash: key.hash, askedIn: guildId });
  return offered ?? key.beginning;
}

/** Returns the text that a member is typing; for a chosen question, the beginning in its key. */
export function readTypedQuestion({ options }: Typing): string {
  const typed = options.getFocused();
  return readKey(typed)?.beginning ?? typed;
}

function toChoiceValue(question: string): string {
  if (!needsKey(question)) return question;
  const head = `f1:q:${hashQuestion(question)}:`;
  return head + shorten(question, AUTOCOMPLETE_LIMITS.text - head.length).replace(/…$/u, '');
}

/** Returns whether a question needs a key: it is too long, or a short one looks like a key. */
function needsKey(question: string): boolean {
  return question.length > AUTOCOMPLETE_LIMITS.text || readKey(question) !== null;
}

function readKey(value: string): ChoiceKey | null {
  const { hash, beginning } = KEY.exec(value)?.groups ?? {};
  return hash === undefined || beginning === undefined ? null : { hash, beginning };
}
