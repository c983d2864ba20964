import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { menu } from '../kit/components/menu.ts';
import { MODERATOR } from '../kit/requester.ts';

const ARTICLE = {
  type: ApplicationCommandOptionType.String,
  ...menu(({ knowledge }) => knowledge.options.article),
  required: true,
  autocomplete: true,
} as const;

/** What Discord is told of `/knowledge`: names, descriptions and options. */
export const definition: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...menu(({ knowledge }) => knowledge),
  default_member_permissions: MODERATOR.toString(),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu(({ knowledge }) => knowledge.subcommands.add),
      options: [
        {
          type: ApplicationCommandOptionType.Attachment,
          ...menu(({ knowledge }) => knowledge.subcommands.add.options.file),
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu(({ knowledge }) => knowledge.subcommands.list),
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu(({ knowledge }) => knowledge.subcommands.show),
      options: [ARTICLE],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu(({ knowledge }) => knowledge.subcommands.remove),
      options: [ARTICLE],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu(({ knowledge }) => knowledge.subcommands.export),
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu(({ knowledge }) => knowledge.subcommands.explain),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...menu(({ knowledge }) => knowledge.subcommands.explain.options.question),
          required: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu(({ knowledge }) => knowledge.subcommands.undo),
    },
  ],
};
