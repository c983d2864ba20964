import {
  type APIButtonComponentWithCustomId,
  type APIMessageTopLevelComponent,
  ApplicationCommandOptionType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { findArticle, toArticleKey } from '../../requests/articles/find-article.ts';
import { removeArticle } from '../../requests/articles/own-articles.ts';
import { requireManager } from '../../requests/kit/requester.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildNoticeCard, describeLostTaught } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButton, buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildUndoButton } from '../kit/components/shared-buttons.ts';
import type { ButtonComponent, RequestContext, Subcommand } from '../kit/context.ts';
import { respondPrivately, update } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildReplacement } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { logModeration } from '../notifications/moderation-log.ts';
import { ARTICLE_OPTION, readArticlePath, suggestArticles } from './article-option.ts';

const MAX_TITLE_CHARS = 200;
const REMOVE = 'remove-article';

/** `/knowledge remove`: removes an article, and offers a button to undo that. */
export const removeSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.remove),
    options: [ARTICLE_OPTION],
  },
  async run(interaction, context) {
    requireManager(readRequester(interaction, context));
    const path = await readArticlePath(interaction, context);
    await respondPrivately(interaction, { components: await remove(interaction, path, context) });
  },
  suggest: suggestArticles,
};

/** Removes the article that a message is about, and shows that in its place. */
export const removeButton: ButtonComponent = {
  name: REMOVE,
  async run(interaction, key, context) {
    const guildId = requireGuildId(interaction);
    const requester = readRequester(interaction, context);
    requireManager(requester);
    const { name } = await findArticle(context, { requester, guildId, key });
    await update(interaction, buildReplacement(await remove(interaction, name, context)));
  },
};

/** Builds the button that removes the own article at a path. */
export function buildRemoveButton(
  path: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  const look = { label: buttons.remove, emoji: '🗑️' };
  return buildButton({ component: REMOVE, argument: toArticleKey(path) }, look);
}

async function remove(
  interaction: ButtonInteraction | ChatInputCommandInteraction,
  path: string,
  context: RequestContext,
): Promise<readonly APIMessageTopLevelComponent[]> {
  const { texts, log } = context;
  const guildId = requireGuildId(interaction);
  const requester = readRequester(interaction, context);
  const removed = await removeArticle(context, { requester, guildId, path });
  const { title, changeNumber, lostQuestions } = removed;
  log.info({ by: interaction.user.id, guildId, change: changeNumber }, 'article removed');
  await logModeration(interaction, { ...removed, kind: 'article', what: 'removed' }, context);
  const lines = [
    texts.knowledge.removed({ title: escapeWithin(title, MAX_TITLE_CHARS) }),
    ...describeLostTaught(lostQuestions, context),
  ];
  return [buildNoticeCard(lines.join('\n')), ...buildButtonRows([buildUndoButton([changeNumber], texts)])];
}
