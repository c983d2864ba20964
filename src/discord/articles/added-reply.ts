import type {
  APIContainerComponent,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Guild,
  ModalSubmitInteraction,
} from 'discord.js';
import { isLimited } from '../../knowledge/article/limits.ts';
import type { AddedArticle } from '../../requests/articles/add-article.ts';
import { type ArticleGain, describeGain } from '../../requests/unanswered/article-gain.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildProblemLine } from '../../wording/problems.ts';
import { buildCard, buildText, COLOURS, fitLines } from '../cards/card.ts';
import { describeLostTaught } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { readReaderAccess } from '../kit/channels/reader-access.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildEditButton, buildExampleRows, buildUndoButton } from '../kit/components/shared-buttons.ts';
import type { RequestContext } from '../kit/context.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { formatLimits } from './article-screen.ts';

const MAX_TITLE_CHARS = 100;
const MAX_TWINS = 3;
const MAX_LIMITS_CHARS = 200;
/** The longest description of a problem, including its location. */
const MAX_PROBLEM_CHARS = 320;
const PROBLEM_LIMITS = { maxLines: 8, maxChars: 2400 };

/** Confirms an added or changed article to its author, with questions to try, a button to edit it, and one to undo it. */
export async function confirmAdded(
  interaction: ButtonInteraction | ChatInputCommandInteraction | ModalSubmitInteraction,
  added: AddedArticle,
  context: RequestContext,
  done = added.isNew ? context.texts.knowledge.added : context.texts.knowledge.replaced,
): Promise<void> {
  const { log, texts } = context;
  const { changeNumber, article } = added;
  const guildId = requireGuildId(interaction);
  // The path of a note comes from its title, which may be a member's question, so it is not logged.
  log.info(
    { by: interaction.user.id, guildId, change: changeNumber, facts: article.factCount },
    'article added',
  );
  if (changeNumber !== null) {
    const what = added.isNew ? 'added' : 'replaced';
    const told = { title: article.title, isTitleForAll: !isLimited(article) };
    await logModeration(interaction, { kind: 'article', what, ...told }, context);
  }
  const requester = readRequester(interaction, context);
  const gain = await describeGain(context, {
    requester,
    guildId,
    path: article.path,
    readers: readReaderAccess(interaction),
  });
  const undo = changeNumber === null ? [] : [buildUndoButton([changeNumber], texts)];
  const components = [
    buildAddedCard(added, { gain, guild: interaction.guild }, { ...context, done }),
    ...buildExampleRows(gain.questions),
    ...buildButtonRows([...undo, buildEditButton(article.path, texts)]),
  ];
  await interaction.editReply(buildReplacement(components));
}

/** Builds the card that confirms an added article, says what it answers, and lists what could not be read of it. */
function buildAddedCard(
  { article, warnings, changeNumber, lostQuestions }: AddedArticle,
  {
    gain: { questions, openCount, twinTitles },
    guild,
  }: { readonly gain: ArticleGain; readonly guild: Guild | null },
  { texts, commandLinks, done }: Pick<RequestContext, 'texts' | 'commandLinks'> & { readonly done: string },
): APIContainerComponent {
  const { knowledge, counted, more } = texts;
  const problems = warnings.map(
    (problem) => `- ${escapeWithin(buildProblemLine(problem, texts), MAX_PROBLEM_CHARS)}`,
  );
  return buildCard(warnings.length === 0 ? COLOURS.done : COLOURS.unsure, [
    ...buildText([
      `### ${escapeWithin(article.title, MAX_TITLE_CHARS)}`,
      changeNumber === null ? knowledge.unchanged : done,
      ...formatLimits(article, guild, { texts, maxChars: MAX_LIMITS_CHARS }),
      ...(openCount === 0 ? [] : [commandLinks.link(knowledge.answersOpen({ count: openCount }), texts)]),
      ...describeTwins(twinTitles, texts),
      ...describeLostTaught(lostQuestions, { texts, commandLinks }),
    ]),
    ...(problems.length === 0
      ? []
      : buildText([
          `**${counted.problems({ count: problems.length })}**`,
          ...fitLines(problems, { ...PROBLEM_LIMITS, more: more.problems }),
        ])),
    ...buildText(questions.length === 0 ? [] : [`**${knowledge.tryIt}**`]),
  ]);
}

function describeTwins(titles: readonly string[], { knowledge, answer }: Texts): readonly string[] {
  if (titles.length === 0) return [];
  const named = titles.slice(0, MAX_TWINS).map((title) => `**${escapeWithin(title, MAX_TITLE_CHARS)}**`);
  const rest = titles.length > MAX_TWINS ? [answer.more({ count: titles.length - MAX_TWINS })] : [];
  return [`👥 ${knowledge.repeats({ titles: [...named, ...rest].join(', ') })}`];
}
