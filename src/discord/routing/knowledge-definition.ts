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
  ...menu({
    en: ['article', 'One of this server’s own articles'],
    ru: ['статья', 'Одна из своих статей этого сервера'],
    de: ['artikel', 'Einer der eigenen Artikel dieses Servers'],
    es: ['artículo', 'Uno de los artículos propios de este servidor'],
    fr: ['article', 'Un des articles propres à ce serveur'],
  }),
  required: true,
  autocomplete: true,
} as const;

/** What Discord is told of `/knowledge`: names, descriptions and options. */
export const definition: RESTPostAPIChatInputApplicationCommandsJSONBody = {
  ...menu({
    en: ['knowledge', 'This server’s own articles (moderators)'],
    ru: ['знания', 'Свои статьи этого сервера (для модераторов)'],
    de: ['wissen', 'Die eigenen Artikel dieses Servers (Moderation)'],
    es: ['saber', 'Los artículos propios de este servidor (moderación)'],
    fr: ['savoir', 'Les articles propres à ce serveur (modération)'],
  }),
  default_member_permissions: MODERATOR.toString(),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu({
        en: ['add', 'Add an article: a file (Markdown, text, HTML and more), or a note that you write here'],
        ru: [
          'добавить',
          'Добавить статью: файл (Markdown, текст, HTML и другие) либо заметку, написанную здесь',
        ],
        de: [
          'hinzufügen',
          'Einen Artikel aufnehmen: eine Datei (Markdown, Text, HTML und mehr) oder eine Notiz',
        ],
        es: [
          'añadir',
          'Añadir un artículo: un archivo (Markdown, texto, HTML y más) o una nota escrita aquí',
        ],
        fr: ['ajouter', 'Ajouter un article : un fichier (Markdown, texte, HTML…), ou une note écrite ici'],
      }),
      options: [
        {
          type: ApplicationCommandOptionType.Attachment,
          ...menu({
            en: ['file', 'At most 512 KB; one of the same name is replaced. Without it you write a note'],
            ru: ['файл', 'Не больше 512 КБ; файл с тем же именем заменяется. Без него — заметка'],
            de: ['datei', 'Höchstens 512 KB; gleichen Namens wird ersetzt. Ohne sie schreibst du eine Notiz'],
            es: ['archivo', 'Como mucho 512 KB; uno del mismo nombre se sustituye. Sin él escribes una nota'],
            fr: ['fichier', 'Au plus 512 Ko ; du même nom, il est remplacé. Sans lui, vous écrivez une note'],
          }),
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu({
        en: ['list', 'This server’s own articles, and what wants looking after'],
        ru: ['список', 'Свои статьи этого сервера и что пора проверить'],
        de: ['liste', 'Die eigenen Artikel dieses Servers und was nachgesehen werden sollte'],
        es: ['lista', 'Los artículos propios de este servidor y lo que conviene revisar'],
        fr: ['liste', 'Les articles propres à ce serveur et ce qui est à revoir'],
      }),
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu({
        en: ['show', 'One article as the file it is'],
        ru: ['показать', 'Одна статья файлом'],
        de: ['zeigen', 'Einen Artikel als Datei'],
        es: ['mostrar', 'Un artículo como archivo'],
        fr: ['montrer', 'Un article sous forme de fichier'],
      }),
      options: [ARTICLE],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu({
        en: ['remove', 'Take an article away (needs Manage Server)'],
        ru: ['удалить', 'Удалить статью (нужно право управлять сервером)'],
        de: ['entfernen', 'Einen Artikel entfernen (braucht „Server verwalten“)'],
        es: ['quitar', 'Quitar un artículo (requiere gestionar el servidor)'],
        fr: ['retirer', 'Retirer un article (il faut pouvoir gérer le serveur)'],
      }),
      options: [ARTICLE],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu({
        en: ['export', 'All own articles as one .zip file'],
        ru: ['выгрузить', 'Все свои статьи одним файлом .zip'],
        de: ['sichern', 'Alle eigenen Artikel als eine .zip-Datei'],
        es: ['exportar', 'Todos los artículos propios en un archivo .zip'],
        fr: ['exporter', 'Tous les articles propres en un fichier .zip'],
      }),
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu({
        en: ['explain', 'How a question is read, what fits it, and why it is answered or not'],
        ru: ['объяснить', 'Как прочитан вопрос, что к нему подходит и почему на него есть ответ или нет'],
        de: ['erklären', 'Wie eine Frage gelesen wird, was passt und warum sie beantwortet wird oder nicht'],
        es: ['explicar', 'Cómo se lee una pregunta, qué encaja y por qué se responde o no'],
        fr: ['expliquer', 'Comment une question est lue, ce qui convient, et pourquoi une réponse ou non'],
      }),
      options: [
        {
          type: ApplicationCommandOptionType.String,
          ...menu({
            en: ['question', 'The question, as a member would ask it'],
            ru: ['вопрос', 'Вопрос, как его задал бы участник'],
            de: ['frage', 'Die Frage, wie ein Mitglied sie stellen würde'],
            es: ['pregunta', 'La pregunta, como la haría un miembro'],
            fr: ['question', 'La question, comme un membre la poserait'],
          }),
          required: true,
        },
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      ...menu({
        en: ['undo', 'Who changed what here, and take one change back (needs Manage Server)'],
        ru: ['отменить', 'Кто что изменил, и отменить одно из этого (нужно право управлять сервером)'],
        de: ['rückgängig', 'Wer was geändert hat, und eines davon zurücknehmen (braucht „Server verwalten“)'],
        es: ['deshacer', 'Quién cambió qué, y deshacer un cambio (requiere gestionar el servidor)'],
        fr: ['annuler', 'Qui a changé quoi, et annuler un changement (il faut pouvoir gérer le serveur)'],
      }),
    },
  ],
};
