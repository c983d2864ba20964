import type { ChatInputCommandInteraction } from 'discord.js';
import { listOwnPaths } from '../../requests/articles/own-articles.ts';
import { add } from '../articles/add-article.ts';
import { explain } from '../articles/explain.ts';
import { list } from '../articles/list-articles.ts';
import { exportAll, show } from '../articles/read-attachments.ts';
import { remove } from '../articles/remove-article.ts';
import { showChanges } from '../history/undo.ts';
import type { Command, RequestContext } from '../kit/context.ts';
import { AUTOCOMPLETE_LIMITS } from '../kit/limits.ts';
import { readRequester } from '../kit/requester.ts';
import { definition } from './knowledge-definition.ts';

/** A subcommand, in the server it is used in. */
type Subcommand = (
  interaction: ChatInputCommandInteraction,
  guildId: string,
  context: RequestContext,
) => Promise<void>;

const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  add,
  list,
  show,
  remove,
  export: exportAll,
  undo: showChanges,
  explain,
};

/** `/knowledge`: the articles that a server's moderators keep. */
export const knowledgeCommand: Command = {
  definition,
  async run(interaction, context) {
    const { guildId, options } = interaction;
    const subcommand = SUBCOMMANDS[options.getSubcommand()];
    if (guildId === null || subcommand === undefined)
      throw new TypeError('/knowledge is registered for servers, with the subcommands above');
    await subcommand(interaction, guildId, context);
  },
  async suggest(interaction, context) {
    const { guildId, options } = interaction;
    const typed = options.getFocused().toLowerCase();
    const requester = readRequester(interaction, context);
    const paths = guildId === null ? [] : await listOwnPaths(context, { requester, guildId });
    const fitting = paths.filter((path) => path.toLowerCase().includes(typed));
    await interaction.respond(
      fitting.slice(0, AUTOCOMPLETE_LIMITS.choices).map((path) => ({ name: path, value: path })),
    );
  },
};
