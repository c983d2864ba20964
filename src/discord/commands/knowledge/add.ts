import {
  type APIModalInteractionResponseCallbackData,
  type ChatInputCommandInteraction,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { type AddedArticle, addArticle, addNote, MAX_OWN_BYTES } from '../../../requests/add-article.ts';
import { requireModerator } from '../../../requests/requester.ts';
import { refused } from '../../../requests/user-facing-error.ts';
import type { Language, Localised } from '../../../wording/texts.ts';
import { addedCard } from '../../added-card.ts';
import { buttonRows } from '../../buttons.ts';
import type { Call, ModalComponent } from '../../context.ts';
import { encodeCustomId } from '../../custom-id.ts';
import { download } from '../../download.ts';
import { deferPrivately } from '../../first-response.ts';
import { reply } from '../../replies.ts';
import { requesterOf } from '../../requester.ts';
import { undoButtonFor } from './undo.ts';

const MODAL = 'note';
const MAX_TITLE_CHARS = 300;
const MAX_TEXT_CHARS = 4000;
const MAX_URL_CHARS = 1000;

const LABELS: Localised<Readonly<Record<'modal' | 'title' | 'text' | 'url', string>>> = {
  en: { modal: 'A note for this server', title: 'Title', text: 'Text', url: 'Where it comes from (a link)' },
  ru: { modal: 'Заметка для этого сервера', title: 'Заголовок', text: 'Текст', url: 'Откуда это (ссылка)' },
  de: {
    modal: 'Eine Notiz für diesen Server',
    title: 'Titel',
    text: 'Text',
    url: 'Woher es kommt (ein Link)',
  },
  es: {
    modal: 'Una nota para este servidor',
    title: 'Título',
    text: 'Texto',
    url: 'De dónde viene (un enlace)',
  },
  fr: { modal: 'Une note pour ce serveur', title: 'Titre', text: 'Texte', url: 'D’où cela vient (un lien)' },
};

/** `/knowledge add`: takes the file in, or asks for a note. */
export async function add(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  call: Call,
): Promise<void> {
  const file = interaction.options.getAttachment('file');
  const requester = await requesterOf(interaction, call);
  if (file === null) {
    requireModerator(requester);
    await interaction.showModal(noteModal(call.texts.language));
    return;
  }
  // Fetching and reading may take longer than Discord waits for a first response.
  await deferPrivately(interaction);
  if (file.size > MAX_OWN_BYTES) throw refused({ kind: 'article-too-large', maxKb: MAX_OWN_BYTES / 1024 });
  requireModerator(requester);
  const bytes = await download(file.url);
  const added = await addArticle(call, { requester, guildId, file: { name: file.name, bytes } });
  await tell(interaction, added, call);
}

/** The note that somebody has written. */
export const noteForm: ModalComponent = {
  name: MODAL,
  async run(interaction, _, call) {
    const { guildId, fields } = interaction;
    if (guildId === null) throw new TypeError('notes are for servers only');
    await deferPrivately(interaction);
    const url = fields.getTextInputValue('url').trim();
    const note = {
      title: fields.getTextInputValue('title'),
      text: fields.getTextInputValue('text'),
      url: url === '' ? null : url,
    };
    const added = await addNote(call, { requester: await requesterOf(interaction, call), guildId, note });
    await tell(interaction, added, call);
  },
};

async function tell(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  added: AddedArticle,
  call: Call,
): Promise<void> {
  const { log, texts } = call;
  const { path, facts } = added.article;
  log.info(
    { by: interaction.user.id, guildId: interaction.guildId, path, facts: facts.length },
    'article added',
  );
  const number = (await requesterOf(interaction, call)).managesServer ? added.changeNumber : null;
  const components = number === null ? [] : buttonRows([undoButtonFor(number, texts)]);
  await interaction.editReply(reply({ embeds: [addedCard(added, texts)], components }));
}

function noteModal(language: Language): APIModalInteractionResponseCallbackData {
  const labels = LABELS[language];
  const input = { type: ComponentType.TextInput, style: TextInputStyle.Short, required: true } as const;
  return {
    custom_id: encodeCustomId({ component: MODAL, argument: '' }),
    title: labels.modal,
    components: [
      {
        type: ComponentType.Label,
        label: labels.title,
        component: { ...input, custom_id: 'title', max_length: MAX_TITLE_CHARS },
      },
      {
        type: ComponentType.Label,
        label: labels.text,
        component: {
          ...input,
          style: TextInputStyle.Paragraph,
          custom_id: 'text',
          max_length: MAX_TEXT_CHARS,
        },
      },
      {
        type: ComponentType.Label,
        label: labels.url,
        component: { ...input, custom_id: 'url', required: false, max_length: MAX_URL_CHARS },
      },
    ],
  };
}
