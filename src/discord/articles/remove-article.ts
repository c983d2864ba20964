import { ApplicationCommandOptionType } from 'discord.js';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import { removeArticle } from '../../requests/articles/own-articles.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButtonRows } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { buildUndoButton } from '../kit/components/undo-button.ts';
import { respondPrivately } from '../kit/first-response.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';
import { ARTICLE_OPTION, suggestArticles } from './article-option.ts';

const MAX_PATH_CHARS = 300;

/** `/knowledge remove`: removes an article, and offers a button to undo that. */
export const removeSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.remove),
    options: [ARTICLE_OPTION],
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    const path = interaction.options.getString('article', true);
    const number = await removeArticle(context, {
      requester: readRequester(interaction, context),
      guildId,
      path,
    });
    context.log.info({ by: interaction.user.id, guildId, change: number }, 'article removed');
    const words = context.texts.knowledge.removed({ path: escapeWithin(toFileName(path), MAX_PATH_CHARS) });
    await respondPrivately(interaction, {
      embeds: [buildNoticeCard(words)],
      components: buildButtonRows([buildUndoButton([number], context.texts)]),
    });
  },
  suggest: suggestArticles,
};
