import { ApplicationCommandOptionType, type AutocompleteInteraction } from 'discord.js';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import { listOwnPaths } from '../../requests/articles/own-articles.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { RequestContext } from '../kit/context.ts';
import { AUTOCOMPLETE_LIMITS } from '../kit/limits.ts';
import { readRequester } from '../kit/requester.ts';

/** The option that takes the path of one of the server's own articles. */
export const ARTICLE_OPTION = {
  type: ApplicationCommandOptionType.String,
  ...localiseDescription(({ knowledge }) => knowledge.options.article),
  required: true,
  autocomplete: true,
} as const;

/** Offers the paths of own articles that contain the typed text. */
export async function suggestArticles(
  interaction: AutocompleteInteraction,
  context: RequestContext,
): Promise<void> {
  const guildId = requireGuildId(interaction);
  const typed = interaction.options.getFocused().toLowerCase();
  const requester = readRequester(interaction, context);
  const paths = await listOwnPaths(context, { requester, guildId });
  const matching = paths.filter((path) => path.toLowerCase().includes(typed));
  await interaction.respond(
    matching.slice(0, AUTOCOMPLETE_LIMITS.choices).map((path) => ({ name: toFileName(path), value: path })),
  );
}
