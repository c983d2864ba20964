import { ApplicationCommandOptionType, type ChatInputCommandInteraction } from 'discord.js';
import { type MemberAskRequest, rememberMessage } from '../../requests/asking/answer-member.ts';
import { admitPointing } from '../../requests/asking/call-helpers.ts';
import { readChannelContext } from '../kit/channels/channel-context.ts';
import { EVERYWHERE, localiseDescription } from '../kit/components/command-texts.ts';
import type { Command, RequestContext } from '../kit/context.ts';
import { respond } from '../kit/first-response.ts';
import { AUTOCOMPLETE_LIMITS } from '../kit/limits.ts';
import { extractQuestion } from '../kit/markdown/extract-question.ts';
import { buildPrivateReply, buildReply, type ReplyContent } from '../kit/replies.ts';
import { composeAnswer } from './compose-answer.ts';
import { buildQuestionChoices, readTypedQuestion, resolveQuestion } from './question-choices.ts';

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
    const chosen = await resolveQuestion(
      interaction.options.getString('question', true),
      interaction,
      context,
    );
    const { guildId, user, options } = interaction;
    if (options.getUser('for') !== null) admitPointing(context, { askerId: user.id, guildId });
    const question = {
      question: extractQuestion(chosen),
      askerId: interaction.user.id,
      ...readChannelContext(interaction),
      audience: chooseAudience(interaction),
    };
    const { answer, content } = await composeAnswer(context, question, interaction);
    const sent = answer.isPrivate
      ? buildPrivateReply(content)
      : buildReply(pointAtMember(interaction, content, context));
    const messageId = await respond(interaction, sent, context.texts);
    if (messageId !== null) await rememberMessage(context, answer, messageId);
  },
  async suggest(interaction, context) {
    const { guildId } = interaction;
    const questions = await context.knowledge.run(guildId, 'suggest', {
      typed: readTypedQuestion(interaction),
      askedIn: guildId,
      limit: AUTOCOMPLETE_LIMITS.choices,
    });
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
  content: ReplyContent,
  { texts }: RequestContext,
): ReplyContent {
  const member = options.getUser('for');
  if (member === null) return content;
  return {
    ...content,
    content: texts.answer.pointedAt({ mention: `<@${member.id}>` }),
    pings: { users: [member.id] },
  };
}
