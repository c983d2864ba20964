import { ApplicationCommandOptionType } from 'discord.js';
import type { Localised } from '../../wording/texts.ts';
import { menu } from '../menu.ts';
import type { SettingsPart } from '../settings-part.ts';

/** The names of the options, each for one more role. */
const ROLES: readonly Localised[] = [
  { en: 'role', ru: 'роль', de: 'rolle', es: 'rol', fr: 'rôle' },
  { en: 'second-role', ru: 'вторая-роль', de: 'zweite-rolle', es: 'segundo-rol', fr: 'deuxième-rôle' },
  { en: 'third-role', ru: 'третья-роль', de: 'dritte-rolle', es: 'tercer-rol', fr: 'troisième-rôle' },
];
const DESCRIPTION: Localised = {
  en: 'Whoever has it is a moderator of mine',
  ru: 'Кто её имеет, тот для меня модератор',
  de: 'Wer sie hat, moderiert mich',
  es: 'Quien lo tiene es moderador mío',
  fr: 'Qui l’a est un de mes modérateurs',
};

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
    options: ROLES.map((name) => ({
      type: ApplicationCommandOptionType.Role,
      ...menu({
        en: [name.en, DESCRIPTION.en],
        ru: [name.ru, DESCRIPTION.ru],
        de: [name.de, DESCRIPTION.de],
        es: [name.es, DESCRIPTION.es],
        fr: [name.fr, DESCRIPTION.fr],
      }),
    })),
  },
  changes: ({ options }) => ({
    moderatorRoleIds: [...new Set(ROLES.flatMap(({ en }) => options.getRole(en)?.id ?? []))],
  }),
  inWords: ({ moderatorRoleIds }, { notices }) =>
    notices.moderatorsAre(moderatorRoleIds.map((id) => `<@&${id}>`).join(' ')),
  warnings: () => [],
};
