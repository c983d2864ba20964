import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { toFileName } from '../../knowledge/folder/own-path.ts';
import { findPathByName, suggestOwnArticles } from '../../requests/articles/find-article.ts';
import { requireGuildId } from '../kit/channels/channel-context.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import type { RequestContext } from '../kit/context.ts';
import { AUTOCOMPLETE_LIMITS } from '../kit/limits.ts';
import { readRequester } from '../kit/requester.ts';

/** Stands between the title of an article and the name of its file. */
const BETWEEN = ' · ';

/** The option that takes the path of one of the server's own articles. */
export const ARTICLE_OPTION = {
  type: ApplicationCommandOptionType.String,
  ...localiseDescription(({ knowledge }) => knowledge.options.article),
  required: true,
  autocomplete: true,
} as const;

/**
 * Returns the path of the own article that a member chose or typed.
 *
 * @throws {UserFacingError} `not-a-moderator`, `no-such-article`, `ambiguous-article`, `not-kept`
 */
export function readArticlePath(
  interaction: ChatInputCommandInteraction,
  context: RequestContext,
): Promise<string> {
  const guildId = requireGuildId(interaction);
  const requester = readRequester(interaction, context);
  const name = interaction.options.getString('article', true);
  return findPathByName(context, { requester, guildId, name });
}

/** Offers own articles whose title or file name contains the typed text. */
export async function suggestArticles(
  interaction: AutocompleteInteraction,
  context: RequestContext,
): Promise<void> {
  const guildId = requireGuildId(interaction);
  const requester = readRequester(interaction, context);
  const typed = interaction.options.getFocused();
  const found = await suggestOwnArticles(context, { requester, guildId, typed });
  const choices = found.slice(0, AUTOCOMPLETE_LIMITS.choices).map(({ path, title }) => {
    const file = toFileName(path);
    const room = AUTOCOMPLETE_LIMITS.text - file.length - BETWEEN.length;
    const name = title.length > room || title === '' ? file : `${title}${BETWEEN}${file}`;
    return { name, value: path };
  });
  await interaction.respond(choices);
}
