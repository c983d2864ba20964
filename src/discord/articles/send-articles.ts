import { type APIButtonComponentWithCustomId, ApplicationCommandOptionType } from 'discord.js';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import { findArticle, toArticleKey } from '../../requests/articles/find-article.ts';
import { exportArticles } from '../../requests/articles/own-articles.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { buildButton } from '../kit/components/buttons.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { ButtonComponent, Subcommand } from '../kit/context.ts';
import { deferPrivately, deferUpdate } from '../kit/first-response.ts';
import { buildPrivateReply, buildReply } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';
import { ARTICLE_OPTION, readArticlePath, suggestArticles } from './article-option.ts';

const GET_FILE = 'get-article-file';

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
    const path = await readArticlePath(interaction, context);
    const { name, value } = await findArticle(context, {
      requester: readRequester(interaction, context),
      guildId,
      path,
    });
    await interaction.editReply({
      ...buildReply({}),
      files: [toFile(name, value)],
    });
  },
  suggest: suggestArticles,
};

/** Sends the article that a message is about as its original file. */
export const getFileButton: ButtonComponent = {
  name: GET_FILE,
  async run(interaction, key, context) {
    const guildId = requireGuildId(interaction);
    const requester = readRequester(interaction, context);
    const { name, value } = await findArticle(context, { requester, guildId, key });
    await deferUpdate(interaction);
    await interaction.followUp({ ...buildPrivateReply({}), files: [toFile(name, value)] });
  },
};

/** Builds the button that sends the own article at a path as a file. */
export function buildGetFileButton(
  path: string,
  { buttons }: Pick<Texts, 'buttons'>,
): APIButtonComponentWithCustomId {
  const look = { label: buttons.getFile, emoji: '📄' };
  return buildButton({ component: GET_FILE, argument: toArticleKey(path) }, look);
}

function toFile(path: string, text: string) {
  return { attachment: Buffer.from(text), name: toFileName(path) };
}

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
      await interaction.editReply(
        buildReply({ components: [buildNoticeCard(context.texts.knowledge.none)] }),
      );
      return;
    }
    const texts = Object.fromEntries(articles.map(({ name, value }) => [toFileName(name), value]));
    const archive = await context.uploads.pack(guildId, texts);
    await interaction.editReply({
      ...buildReply({}),
      files: [{ attachment: Buffer.from(archive), name: 'articles.zip' }],
    });
  },
};
