import { ApplicationCommandOptionType } from 'discord.js';
import { strToU8, zipSync } from 'fflate';
import { exportArticles, readOwnArticle } from '../../requests/articles/own-articles.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { buildReply } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import type { Subcommand } from '../kit/subcommands.ts';
import { ARTICLE_OPTION, suggestArticles } from './article-option.ts';

/** `/knowledge show`: sends an article as its original file. */
export const showSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.show),
    options: [ARTICLE_OPTION],
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    await deferPrivately(interaction);
    const path = interaction.options.getString('article', true);
    const { name, value } = await readOwnArticle(context, {
      requester: readRequester(interaction, context),
      guildId,
      path,
    });
    await interaction.editReply({
      ...buildReply({ embeds: [] }),
      files: [{ attachment: Buffer.from(value), name: toFileName(name) }],
    });
  },
  suggest: suggestArticles,
};

/** `/knowledge export`: sends all own articles of the server as one archive. */
export const exportSubcommand: Subcommand = {
  definition: {
    type: ApplicationCommandOptionType.Subcommand,
    ...localiseDescription(({ knowledge }) => knowledge.subcommands.export),
  },
  async run(interaction, context) {
    const guildId = requireGuildId(interaction);
    await deferPrivately(interaction);
    const articles = await exportArticles(context, {
      requester: readRequester(interaction, context),
      guildId,
    });
    if (articles.length === 0) {
      await interaction.editReply(buildReply({ embeds: [buildNoticeCard(context.texts.knowledge.none)] }));
      return;
    }
    const files = Object.fromEntries(articles.map(({ name, value }) => [toFileName(name), strToU8(value)]));
    await interaction.editReply({
      ...buildReply({ embeds: [] }),
      files: [{ attachment: Buffer.from(zipSync(files)), name: 'articles.zip' }],
    });
  },
};

/** Returns the name without the folder that stands before the paths of own articles. */
function toFileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
