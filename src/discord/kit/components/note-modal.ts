import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { toPrintable } from '../../../text/layout/printable.ts';
import { shorten } from '../../../text/layout/shorten.ts';
import type { Localised, Texts } from '../../../wording/kit/texts.ts';
import { encodeCustomId } from '../custom-id.ts';

/** The name of the form in its custom id. */
export const NOTE_MODAL = 'note';
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

/** Builds the form for a note. With an unanswered question, its phrasing fills in the title, and the form carries the question's id. */
export function buildNoteModal(
  { language }: Pick<Texts, 'language'>,
  question: { readonly phrasing: string; readonly askedId: string } | null = null,
): APIModalInteractionResponseCallbackData {
  const labels = LABELS[language];
  const title = question === null ? {} : { value: shorten(toPrintable(question.phrasing), MAX_TITLE_CHARS) };
  const input = { type: ComponentType.TextInput, style: TextInputStyle.Short, required: true } as const;
  return {
    custom_id: encodeCustomId({ component: NOTE_MODAL, argument: question?.askedId ?? '' }),
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
