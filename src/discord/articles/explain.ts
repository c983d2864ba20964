import { type APIButtonComponent, ApplicationCommandOptionType } from 'discord.js';
import { isOwnPath } from '../../knowledge/folder/own-path.ts';
import { explainAnswer } from '../../requests/articles/explain-answer.ts';
import { suggestSynonyms } from '../../requests/articles/synonyms.ts';
import { teachQuestion } from '../../requests/unanswered/teach-question.ts';
import type { ExplainedReply } from '../../serving/asking/explain.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { buildMatchCard } from '../cards/match-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildEditButton } from '../kit/components/edit-button.ts';
import { buildForgetTaughtButton } from '../kit/components/forget-taught-button.ts';
import { buildMatchMenu } from '../kit/components/select-menu.ts';
import { buildSynonymMenu } from '../kit/components/synonym-menu.ts';
import type { ButtonComponent, RequestContext, SelectComponent } from '../kit/context.ts';
import { deferUpdate, respondPrivately } from '../kit/first-response.ts';
import { extractQuestion } from '../kit/markdown/extract-question.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildPrivateReply, buildReply, type ComponentRow } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { notifyWaitingAskers } from '../notifications/notify-askers.ts';
import { buildDetailsCard, buildExplanationCard } from './explanation-card.ts';

const DETAILS = 'why-details';
const TEACH = 'why-teach';
/** A custom id has 100 characters, and holds the question: nothing else keeps it. */
const MAX_CARRIED_CHARS = 80;
const MAX_QUESTION_CHARS = 500;
/** A label has 80 characters. */
const MAX_TITLE_CHARS = 40;

/**
 * `/knowledge explain`: shows how the bot answers a question and why, the nearest passages with their articles, and what would help. A menu
 * teaches one of the passages.
 */
export const explainSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.explain),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...localiseDescription(({ knowledge }) => knowledge.subcommands.explain.options.question),
        required: true,
      },
    ],
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    const requester = readRequester(interaction, context);
    const question = extractQuestion(interaction.options.getString('question', true));
    const explained = await explainAnswer(context, { requester, guildId, question });
    const rows = buildRows(explained, question, context);
    const card = buildExplanationCard(explained, { ...context, isTeachable: isCarried(question) });
    await respondPrivately(interaction, { components: [card, ...rows] });
    if (isCarried(question)) return;
    const details = buildDetailsCard(explained, context.texts);
    await interaction.followUp(buildPrivateReply({ components: [details] }));
  },
};

/** Shows the figures behind the answer to the question on the button. */
export const explainDetailsButton: ButtonComponent = {
  name: DETAILS,
  async run(interaction, question, context) {
    const guildId = requireGuildId(interaction);
    const requester = readRequester(interaction, context);
    const explained = await explainAnswer(context, { requester, guildId, question });
    await respondPrivately(interaction, {
      components: [buildDetailsCard(explained, context.texts)],
    });
  },
};

/** Teaches the chosen passage as the answer to the question in the menu's id. */
export const explainTeachMenu: SelectComponent = {
  name: TEACH,
  async run(interaction, question, context) {
    const { texts, log } = context;
    const guildId = requireGuildId(interaction);
    await deferUpdate(interaction);
    const factId = interaction.values[0] ?? '';
    const requester = readRequester(interaction, context);
    const taught = await teachQuestion(context, { requester, guildId, question, factId });
    log.info({ by: interaction.user.id, guildId, factId }, 'taught');
    const told = { kind: 'question', what: 'taught', phrasing: taught.phrasing, isTyped: true } as const;
    await logModeration(interaction, told, context);
    const words = texts.unanswered.taught({ question: escapeWithin(taught.phrasing, MAX_QUESTION_CHARS) });
    const card = buildMatchCard(taught, texts, { isAnswer: true, above: [words] });
    const buttons = buildButtonRows([buildForgetTaughtButton(taught.id, texts)]);
    try {
      const suggested = await suggestSynonyms(context, { requester, guildId, question, factId });
      const rows = [...buildSynonymMenu(suggested, texts), ...buttons];
      await interaction.editReply(buildReply({ components: [card, ...rows] }));
    } finally {
      // Askers are notified even when the confirmation to the moderator failed.
      await notifyWaitingAskers(interaction, taught, context);
    }
  },
};

/** Returns whether a custom id holds the question. */
function isCarried(question: string): boolean {
  return question.length <= MAX_CARRIED_CHARS;
}

function buildRows(
  { reply, taughtAnswer }: ExplainedReply,
  question: string,
  { texts }: RequestContext,
): readonly ComponentRow[] {
  const id = { component: TEACH, argument: question };
  const menu = { found: reply.found, placeholder: texts.menus.teach };
  const buttons: readonly APIButtonComponent[] = [
    ...(isCarried(question)
      ? [buildButton({ ...id, component: DETAILS }, { label: texts.buttons.details })]
      : []),
    ...(taughtAnswer === null ? [] : [buildForgetTaughtButton(taughtAnswer.id, texts)]),
    ...buildEditButtons(reply, texts),
  ];
  return [
    ...(isCarried(question) && menu.found.length > 0 ? [buildMatchMenu(id, menu)] : []),
    ...buildButtonRows(buttons),
  ];
}

/** Builds a button that edits the article of the shown passage, else that of the best match, where the server has added it. */
function buildEditButtons(
  { passage, found }: ExplainedReply['reply'],
  texts: RequestContext['texts'],
): readonly APIButtonComponent[] {
  const article = passage?.article ?? found[0]?.passage.article;
  if (article === undefined || !isOwnPath(article.path)) return [];
  const title = shorten(toPrintable(article.title), MAX_TITLE_CHARS);
  return [buildEditButton(article.path, texts, texts.buttons.editArticle({ title }))];
}
