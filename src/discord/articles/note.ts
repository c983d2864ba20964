import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { addNote } from '../../requests/articles/add-article.ts';
import { teach } from '../../requests/unanswered/teach.ts';
import { printable } from '../../text/layout/printable.ts';
import { shorten } from '../../text/layout/shorten.ts';
import type { Localised, Texts } from '../../wording/kit/texts.ts';
import type { Call, ModalComponent } from '../kit/context.ts';
import { encodeCustomId } from '../kit/custom-id.ts';
import { deferPrivately } from '../kit/first-response.ts';
import { requesterOf } from '../kit/requester.ts';
import { tellAskers, tellNowKnown } from '../notifications/tell-askers.ts';
import { queueOf } from '../unanswered/unanswered-page.ts';
import { tellAdded } from './added-reply.ts';

const MODAL = 'note';
const MAX_TITLE_CHARS = 300;
const MAX_TEXT_CHARS = 4000;
const MAX_URL_CHARS = 1000;

const LABELS: Localised<Readonly<Record<'modal' | 'title' | 'text' | 'answer' | 'url', string>>> = {
  en: {
    modal: 'A note for this server',
    title: 'Title',
    text: 'Text',
    answer: 'Text: its first sentence is the answer',
    url: 'Where it comes from (a link)',
  },
  ru: {
    modal: 'Заметка для этого сервера',
    title: 'Заголовок',
    text: 'Текст',
    answer: 'Текст: первое предложение — ответ',
    url: 'Откуда это (ссылка)',
  },
  de: {
    modal: 'Eine Notiz für diesen Server',
    title: 'Titel',
    text: 'Text',
    answer: 'Text: sein erster Satz ist die Antwort',
    url: 'Woher es kommt (ein Link)',
  },
  es: {
    modal: 'Una nota para este servidor',
    title: 'Título',
    text: 'Texto',
    answer: 'Texto: su primera frase es la respuesta',
    url: 'De dónde viene (un enlace)',
  },
  fr: {
    modal: 'Une note pour ce serveur',
    title: 'Titre',
    text: 'Texte',
    answer: 'Texte : sa première phrase est la réponse',
    url: 'D’où cela vient (un lien)',
  },
};

/** The note that somebody has written. Where it answers a question of the queue, its first sentence is taught as the answer. */
export const noteForm: ModalComponent = {
  name: MODAL,
  async run(interaction, askedId, call) {
    const { guildId, fields } = interaction;
    if (guildId === null) throw new TypeError('notes are for servers only');
    await deferPrivately(interaction);
    const url = fields.getTextInputValue('url').trim();
    const note = {
      title: fields.getTextInputValue('title'),
      text: fields.getTextInputValue('text'),
      url: url === '' ? null : url,
    };
    const requester = await requesterOf(interaction, call);
    const added = await addNote(call, { requester, guildId, note });
    try {
      await tellAdded(interaction, added, call);
    } finally {
      // Who waits is told, though the moderator can no longer be.
      const { firstFact } = added.article;
      const { client, guildLocale } = interaction;
      const through = { client, guildId, guildLocale };
      const teaching = askedId === '' ? null : { askedId, factId: firstFact.id };
      await (teaching === null
        ? tellNowKnown(through, call)
        : settle(through, { requester, guildId, ...teaching }, call));
    }
  },
};

/** Teaches what was written as the answer to the question that it was written for; who waits for something else that it says is told in any case. */
async function settle(
  through: Parameters<typeof tellNowKnown>[0],
  teaching: Parameters<typeof teach>[1],
  call: Call,
): Promise<void> {
  try {
    const lesson = await call.turns.take(queueOf(through), () => teach(call, teaching));
    await tellAskers(through, lesson, call);
  } finally {
    await tellNowKnown(through, call);
  }
}

/** The form for a note; for `question`, what was asked and not answered, its title, and by the id of what was asked what it settles. */
export function noteModal(
  { language }: Pick<Texts, 'language'>,
  question: { readonly phrasing: string; readonly askedId: string } | null = null,
): APIModalInteractionResponseCallbackData {
  const labels = LABELS[language];
  const title = question === null ? {} : { value: shorten(printable(question.phrasing), MAX_TITLE_CHARS) };
  const input = { type: ComponentType.TextInput, style: TextInputStyle.Short, required: true } as const;
  return {
    custom_id: encodeCustomId({ component: MODAL, argument: question?.askedId ?? '' }),
    title: labels.modal,
    components: [
      {
        type: ComponentType.Label,
        label: labels.title,
        component: { ...input, ...title, custom_id: 'title', max_length: MAX_TITLE_CHARS },
      },
      {
        type: ComponentType.Label,
        label: question === null ? labels.text : labels.answer,
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
