import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import type { ReaderAccess } from '../../knowledge/article/limits.ts';
import { rememberMessage } from '../../requests/asking/answer-member.ts';
import { admitPointing } from '../../requests/asking/call-helpers.ts';
import type { MemberAskRequest } from '../../requests/asking/member-ask-request.ts';
import { findSuggestedQuestion, suggestQuestions } from '../../requests/asking/suggest-questions.ts';
import { hashQuestion } from '../../serving/asking/question-hash.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { shorten } from '../../text/layout/printable.ts';
import { readAskContext } from '../kit/channels/channel-context.ts';
import { readReaderAccess } from '../kit/channels/reader-access.ts';
import { EVERYWHERE, localiseDescription } from '../kit/components/command-texts.ts';
import type { Command, RequestContext } from '../kit/context.ts';
import { respond } from '../kit/first-response.ts';
import { AUTOCOMPLETE_LIMITS } from '../kit/limits.ts';
import { extractQuestion } from '../kit/markdown/markdown.ts';
import type { ReplyContent } from '../kit/replies.ts';
import { type ComposedAnswer, composeAnswer } from './compose-answer.ts';

/** `/ask`: answers publicly, or to the asker alone; “I don’t know” always goes to the asker alone. */
export const askCommand: Command = {
  definition: {
    ...localiseDescription((commands) => commands.ask),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...localiseDescription((commands) => commands.ask.options.question),
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        ...localiseDescription((commands) => commands.ask.options.private),
      },
      {
        type: ApplicationCommandOptionType.User,
        ...localiseDescription((commands) => commands.ask.options.for),
      },
    ],
  },
  async run(interaction, context) {
    const { guildId, user, options } = interaction;
    const value = options.getString('question', true);
    const readers = readReaderAccess(interaction);
    const question = extractQuestion(await resolveQuestion(value, { guildId, readers }, context));
    if (options.getUser('for') !== null) admitPointing(context, { askerId: user.id, guildId });
    const request = {
      question,
      door: 'command',
      askerId: user.id,
      ...readAskContext(interaction),
      audience: chooseAudience(interaction),
    } as const;
    const composed = await composeAnswer(context, request, interaction);
    const { answer } = composed;
    const { isPrivate } = answer;
    const shown = isPrivate
      ? composed.composeCard({ isReply: false })
      : pointAtMember(interaction, composed, context);
    const messageId = await respond(interaction, { ...shown, isPrivate }, context);
    if (messageId !== null) await rememberMessage(context, answer, messageId);
  },
  async suggest(interaction, context) {
    const typed = readTypedQuestion(interaction);
    const readers = readReaderAccess(interaction);
    const shown = { guildId: interaction.guildId, readers };
    const questions = await suggestQuestions(context, shown, { typed, limit: AUTOCOMPLETE_LIMITS.choices });
    await interaction.respond(buildQuestionChoices(questions));
  },
};

/** Chooses who sees the answer. An answer pointed at a member is public, so that the member sees it. */
function chooseAudience({ options }: ChatInputCommandInteraction): MemberAskRequest['audience'] {
  const isPrivate = options.getBoolean('private');
  if (isPrivate === null) return options.getUser('for') === null ? 'as-set' : 'all-unless-unknown';
  return isPrivate ? 'asker' : 'all-unless-unknown';
}

/** Names and pings the member that an answer is meant for, and nobody else. */
function pointAtMember(
  { options }: ChatInputCommandInteraction,
  { composeCard, composeText }: ComposedAnswer,
  { texts }: RequestContext,
): ReplyContent {
  const member = options.getUser('for');
  if (member === null) return composeCard({ isReply: false });
  const opening = texts.answer.pointedAt({ mention: `<@${member.id}>` });
  return { ...composeText(opening), pings: { users: [member.id] } };
}

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
  asker: { readonly guildId: string | null; readonly readers: ReaderAccess },
  deps: { readonly knowledge: Pick<KnowledgeService, 'run'> },
): Promise<string> {
  const key = readKey(value);
  if (key === null) return value;
  const offered = await findSuggestedQuestion(deps, asker, key.hash);
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
