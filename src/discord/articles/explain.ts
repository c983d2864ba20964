import {
  type APIButtonComponent,
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import { isOwnPath } from '../../knowledge/folder/own-path.ts';
import { explainAnswer, findUnderstood } from '../../requests/articles/explain-answer.ts';
import { suggestSynonyms } from '../../requests/articles/synonyms.ts';
import { teachQuestion } from '../../requests/unanswered/teach-question.ts';
import type { ExplainedReply } from '../../serving/asking/explain.ts';
import { shorten, toPrintable } from '../../text/layout/printable.ts';
import { buildMatchCard } from '../cards/passage-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { toAnswerRef } from '../kit/components/answer-button.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildMatchMenu, buildSynonymMenu } from '../kit/components/menus.ts';
import {
  buildEditButton,
  buildForgetTaughtButton,
  WHY_ANSWER_BUTTON,
} from '../kit/components/shared-buttons.ts';
import type { ButtonComponent, RequestContext, SelectComponent, Subcommand } from '../kit/context.ts';
import type { CustomId } from '../kit/custom-id.ts';
import { deferUpdate, respondPrivately } from '../kit/first-response.ts';
import { escapeWithin, extractQuestion } from '../kit/markdown/markdown.ts';
import { buildPrivateReply, buildReply, type ComponentRow } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { notifyWaitingAskers } from '../notifications/notify-askers.ts';
import { buildDetailsCard, buildExplanationCard } from './explanation-card.ts';

const DETAILS = 'why-details';
const TEACH = 'why-teach';
/** The same for a recorded question: their ids hold the id of the record. */
const ASKED_DETAILS = 'why-asked-details';
const ASKED_TEACH = 'why-asked-teach';
/** A custom id has 100 characters, and holds a question that nobody asked: nothing else keeps it. */
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
    const question = extractQuestion(interaction.options.getString('question', true));
    await showExplanation(interaction, { question, askedId: null }, context);
  },
};

/** Explains the answer to a recorded question to a moderator, who may choose another passage. */
export const whyAnswerButton: ButtonComponent = {
  name: WHY_ANSWER_BUTTON,
  async run(interaction, askedId, context) {
    const question = await readUnderstood(interaction, askedId, context);
    await showExplanation(interaction, { question, askedId }, context);
  },
};

/** Shows the figures behind the answer to the question on the button. */
export const explainDetailsButton: ButtonComponent = {
  name: DETAILS,
  run: (interaction, question, context) => showDetails(interaction, question, context),
};

/** Shows the figures behind the answer to a recorded question. */
export const explainAskedDetailsButton: ButtonComponent = {
  name: ASKED_DETAILS,
  async run(interaction, askedId, context) {
    await showDetails(interaction, await readUnderstood(interaction, askedId, context), context);
  },
};

/** Teaches the chosen passage as the answer to the question in the menu's id. */
export const explainTeachMenu: SelectComponent = {
  name: TEACH,
  async run(interaction, question, context) {
    await deferUpdate(interaction);
    await teach(interaction, { question, isTyped: true }, context);
  },
};

/** Teaches the chosen passage as the answer to the recorded question whose id stands in the menu's id. */
export const explainAskedTeachMenu: SelectComponent = {
  name: ASKED_TEACH,
  async run(interaction, askedId, context) {
    await deferUpdate(interaction);
    const question = await readUnderstood(interaction, askedId, context);
    await teach(interaction, { question, isTyped: false }, context);
  },
};

/** A question to explain, with the id of its record if it was asked. */
interface ExplainedQuestion {
  readonly question: string;
  readonly askedId: string | null;
}

async function showExplanation(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  explaining: ExplainedQuestion,
  context: RequestContext,
): Promise<void> {
  const explained = await explain(interaction, explaining.question, context);
  const ids = chooseIds(explaining);
  const rows = buildRows(explained, ids, context);
  const card = buildExplanationCard(explained, { ...context, isTeachable: ids !== null });
  await respondPrivately(interaction, { components: [card, ...rows] });
  if (ids !== null) return;
  const details = buildDetailsCard(explained, context.texts);
  await interaction.followUp(buildPrivateReply({ components: [details] }));
}

async function showDetails(
  interaction: ButtonInteraction,
  question: string,
  context: RequestContext,
): Promise<void> {
  const explained = await explain(interaction, question, context);
  await respondPrivately(interaction, { components: [buildDetailsCard(explained, context.texts)] });
}

function explain(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  question: string,
  context: RequestContext,
): Promise<ExplainedReply> {
  const guildId = requireGuildId(interaction);
  return explainAnswer(context, { requester: readRequester(interaction, context), guildId, question });
}

function readUnderstood(
  interaction: ButtonInteraction | StringSelectMenuInteraction,
  askedId: string,
  context: RequestContext,
): Promise<string> {
  const requester = readRequester(interaction, context);
  return findUnderstood(context, { requester, ...toAnswerRef(askedId, interaction) });
}

async function teach(
  interaction: StringSelectMenuInteraction,
  { question, isTyped }: { readonly question: string; readonly isTyped: boolean },
  context: RequestContext,
): Promise<void> {
  const { texts, log } = context;
  const guildId = requireGuildId(interaction);
  const factId = interaction.values[0] ?? '';
  const requester = readRequester(interaction, context);
  const taught = await teachQuestion(context, { requester, guildId, question, factId });
  log.info({ by: interaction.user.id, guildId, factId }, 'taught');
  const told = { kind: 'question', what: 'taught', phrasing: taught.phrasing, isTyped } as const;
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
}

/** The custom ids of the components that carry a question on. */
interface CarryingIds {
  readonly details: CustomId;
  readonly teach: CustomId;
}

/** Chooses the ids that carry a question; null where no id can. */
function chooseIds({ question, askedId }: ExplainedQuestion): CarryingIds | null {
  if (askedId !== null)
    return {
      details: { component: ASKED_DETAILS, argument: askedId },
      teach: { component: ASKED_TEACH, argument: askedId },
    };
  if (question.length > MAX_CARRIED_CHARS) return null;
  return {
    details: { component: DETAILS, argument: question },
    teach: { component: TEACH, argument: question },
  };
}

function buildRows(
  { reply, taughtAnswer }: ExplainedReply,
  ids: CarryingIds | null,
  { texts }: RequestContext,
): readonly ComponentRow[] {
  const menu = { found: reply.found, placeholder: texts.menus.teach };
  const buttons: readonly APIButtonComponent[] = [
    ...(ids === null ? [] : [buildButton(ids.details, { label: texts.buttons.details })]),
    ...(taughtAnswer === null ? [] : [buildForgetTaughtButton(taughtAnswer.id, texts)]),
    ...buildEditButtons(reply, texts),
  ];
  return [
    ...(ids !== null && menu.found.length > 0 ? [buildMatchMenu(ids.teach, menu)] : []),
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
