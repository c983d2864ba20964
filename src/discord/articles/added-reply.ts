import type { APIEmbed, ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { AddedArticle } from '../../requests/articles/add-article.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildProblemLine } from '../../wording/problems.ts';
import { COLOURS } from '../cards/colours.ts';
import { fitLines } from '../cards/fit-lines.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { buildUndoButton } from '../kit/components/undo-button.ts';
import type { RequestContext } from '../kit/context.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReply } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';

const MAX_TITLE_CHARS = 100;
/** The longest description of a problem, including its location. */
const MAX_PROBLEM_CHARS = 320;
const PROBLEM_LIMITS = { maxLines: 8, maxChars: 2400 };

/** Confirms an added article to its author, with an undo button if they may undo it. */
export async function confirmAdded(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  added: AddedArticle,
  context: RequestContext,
): Promise<void> {
  const { log, texts } = context;
  const { changeNumber, article } = added;
  // The path of a note comes from its title, which may be a member's question, so it is not logged.
  log.info(
    {
      by: interaction.user.id,
      guildId: interaction.guildId,
      change: changeNumber,
      facts: article.factCount,
    },
    'article added',
  );
  const number = readRequester(interaction, context).managesServer ? added.changeNumber : null;
  const components = number === null ? [] : buildButtonRows([buildUndoButton([number], texts)]);
  await interaction.editReply(buildReply({ embeds: [buildAddedCard(added, texts)], components }));
}

/** Builds the card that confirms an added article and lists what could not be read of it. */
function buildAddedCard({ article, isNew, warnings, changeNumber }: AddedArticle, texts: Texts): APIEmbed {
  const { knowledge, counted, more } = texts;
  const facts = counted.facts({ count: article.factCount });
  const done = isNew ? knowledge.added({ facts }) : knowledge.replaced({ facts });
  const problems = warnings.map(
    (problem) => `- ${escapeWithin(buildProblemLine(problem, texts), MAX_PROBLEM_CHARS)}`,
  );
  const path = escapeWithin(article.path, MAX_TITLE_CHARS);
  return {
    color: warnings.length === 0 ? COLOURS.done : COLOURS.unsure,
    title: escapeWithin(article.title, MAX_TITLE_CHARS),
    description: [
      path,
      changeNumber === null ? knowledge.unchanged : done,
      ...(problems.length === 0 ? [] : ['', `**${counted.problems({ count: problems.length })}**`]),
      ...fitLines(problems, { ...PROBLEM_LIMITS, more: more.problems }),
    ].join('\n'),
  };
}
