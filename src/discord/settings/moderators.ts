import { ApplicationCommandOptionType } from 'discord.js';
import { menu } from '../kit/components/menu.ts';
import type { SettingsPart } from './part.ts';
import { chosenRoles, roleOptions } from './several.ts';

/** `/settings moderators`: the roles that make moderators, beside the permission “Manage Messages”. */
export const moderatorSettings: SettingsPart = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    ...menu({
      en: ['moderators', 'Roles that moderate me, beside “Manage Messages”; nothing chosen: none'],
      ru: ['модераторы', 'Роли, которые мной управляют, кроме права на сообщения; ничего — никакие'],
      de: ['moderation', 'Rollen, die mich moderieren, neben „Nachrichten verwalten“; nichts: keine'],
      es: ['moderadores', 'Roles que me moderan, además de «Gestionar mensajes»; sin elegir: ninguno'],
      fr: ['modérateurs', 'Rôles qui me modèrent, outre « Gérer les messages » ; rien de choisi : aucun'],
    }),
    options: roleOptions({
      en: 'Whoever has it is a moderator of mine',
      ru: 'Кто её имеет, тот для меня модератор',
      de: 'Wer sie hat, moderiert mich',
      es: 'Quien lo tiene es moderador mío',
      fr: 'Qui l’a est un de mes modérateurs',
    }),
  },
  changes: (interaction) => ({ moderatorRoleIds: chosenRoles(interaction) }),
  inWords: ({ moderatorRoleIds }, { settings }) =>
    settings.moderators(moderatorRoleIds.map((id) => `<@&${id}>`).join(' ')),
  warnings: ({ moderatorRoleIds }, _, { settings }) =>
    moderatorRoleIds.length === 0 ? [] : [settings.commandsHidden],
};
