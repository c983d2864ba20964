import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { addSubcommand } from '../articles/add-article.ts';
import { editSubcommand } from '../articles/edit-article.ts';
import { explainSubcommand } from '../articles/explain.ts';
import { listSubcommand } from '../articles/list-articles.ts';
import { removeSubcommand } from '../articles/remove-article.ts';
import { exportSubcommand, showSubcommand } from '../articles/send-articles.ts';
import { synonymsSubcommand } from '../articles/synonyms.ts';
import { undoSubcommand } from '../history/undo.ts';
import { localiseDescription } from '../kit/components/command-texts.ts';
import { type Command, findSubcommand, type Subcommand } from '../kit/context.ts';
import { MODERATOR } from '../kit/requester.ts';

/** Every sub-command of `/knowledge`, in display order; a new one is one line here. */
const SUBCOMMANDS: readonly Subcommand[] = [
  addSubcommand,
  listSubcommand,
  showSubcommand,
  editSubcommand,
  removeSubcommand,
  exportSubcommand,
  explainSubcommand,
  synonymsSubcommand,
  undoSubcommand,
];

/** `/knowledge`: lets moderators manage the server's own articles. */
export const knowledgeCommand: Command = {
  definition: {
    ...localiseDescription(({ knowledge }) => knowledge),
    default_member_permissions: MODERATOR.toString(),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
    options: SUBCOMMANDS.map(({ definition }) => definition),
  },
  async run(interaction, context) {
    const subcommand = findSubcommand(SUBCOMMANDS, interaction);
    if (subcommand === undefined) throw new TypeError('/knowledge is registered with the sub-commands above');
    await subcommand.run(interaction, context);
  },
  async suggest(interaction, context) {
    await findSubcommand(SUBCOMMANDS, interaction)?.suggest?.(interaction, context);
  },
};
