import type { ChatInputCommandInteraction } from 'discord.js';
import { strToU8, zipSync } from 'fflate';
import { exportArticles, readOwnArticle } from '../../requests/articles/own-articles.ts';
import { buildNoticeCard } from '../cards/notice-card.ts';
import type { RequestContext } from '../kit/context.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { buildReply } from '../kit/replies.ts';
import { readRequester } from '../kit/requester.ts';

/** `/knowledge show`: the article as the file it is. */
export async function show(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  context: RequestContext,
): Promise<void> {
  await deferPrivately(interaction);
  const path = interaction.options.getString('article', true);
  const { name, value } = await readOwnArticle(context, {
    requester: await readRequester(interaction, context),
    guildId,
    path,
  });
  await interaction.editReply({
    ...buildReply({ embeds: [] }),
    files: [{ attachment: Buffer.from(value), name: fileName(name) }],
  });
}

/** `/knowledge export`: all of them as one archive. */
export async function exportAll(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  context: RequestContext,
): Promise<void> {
  await deferPrivately(interaction);
  const articles = await exportArticles(context, {
    requester: await readRequester(interaction, context),
    guildId,
  });
  if (articles.length === 0) {
    await interaction.editReply(buildReply({ embeds: [buildNoticeCard(context.texts.knowledge.none)] }));
    return;
  }
  const files = Object.fromEntries(articles.map(({ name, value }) => [fileName(name), strToU8(value)]));
  await interaction.editReply({
    ...buildReply({ embeds: [] }),
    files: [{ attachment: Buffer.from(zipSync(files)), name: 'articles.zip' }],
  });
}

/** Without the folder that own articles seem to lie in. */
function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
