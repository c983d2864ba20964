import {
  type APIButtonComponentWithCustomId,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type Attachment,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { MAX_TITLE_CHARS } from '../../../knowledge/article/article.ts';
import type { Note } from '../../../knowledge/article/note.ts';
import { shorten, toPrintable } from '../../../text/layout/printable.ts';
import type { Texts } from '../../../wording/kit/texts.ts';
import { type CustomId, encodeCustomId } from '../custom-id.ts';
import { buildButton } from './buttons.ts';

/** The name of the form in its custom id. */
export const NOTE_MODAL = 'note';
/** The name of the button in its custom id. */
export const ADD_ARTICLE_BUTTON = 'article-add';
const MAX_TEXT_CHARS = 4000;
const MAX_URL_CHARS = 1000;
const FILE_FIELD = 'file';
/** @see https://docs.discord.com/developers/components/reference#label */
const MAX_DESCRIPTION_CHARS = 100;

/** Builds the form for a note that is there already, which another component handles. */
export function buildEditNoteModal(
  texts: Pick<Texts, 'noteForm'>,
  { id, note }: { readonly id: CustomId; readonly note: Omit<Note, 'captured'> },
): APIModalInteractionResponseCallbackData {
  const form = { ...buildNoteModal(texts), custom_id: encodeCustomId(id), title: texts.noteForm.editHeading };
  return fillForm(form, { title: note.title, text: note.text, url: note.url ?? '' });
}

/** Builds the form for a note. With an unanswered question, its phrasing fills in the title, and another component handles the form. */
export function buildNoteModal(
  { noteForm }: Pick<Texts, 'noteForm'>,
  question: { readonly phrasing: string; readonly id: CustomId } | null = null,
): APIModalInteractionResponseCallbackData {
  const title = question === null ? {} : { value: shorten(toPrintable(question.phrasing), MAX_TITLE_CHARS) };
  const input = { type: ComponentType.TextInput, style: TextInputStyle.Short, required: true } as const;
  return {
    custom_id: encodeCustomId(question?.id ?? { component: NOTE_MODAL, argument: '' }),
    title: noteForm.heading,
    components: [
      {
        type: ComponentType.Label,
        label: noteForm.title,
        component: { ...input, ...title, custom_id: 'title', max_length: MAX_TITLE_CHARS },
      },
      {
        type: ComponentType.Label,
        label: question === null ? noteForm.text : noteForm.answer,
        component: {
          ...input,
          style: TextInputStyle.Paragraph,
          custom_id: 'text',
          max_length: MAX_TEXT_CHARS,
        },
      },
      {
        type: ComponentType.Label,
        label: noteForm.url,
        component: { ...input, custom_id: 'url', required: false, max_length: MAX_URL_CHARS },
      },
    ],
  };
}

/** Builds the button that opens the form for a new article, for moderators. */
export function buildAddArticleButton({ buttons }: Pick<Texts, 'buttons'>): APIButtonComponentWithCustomId {
  return buildButton(
    { component: ADD_ARTICLE_BUTTON, argument: '' },
    { label: buttons.addArticle, emoji: '📄' },
  );
}

/** Builds the form for a new article: a file, or a note in its place. */
export function buildAddModal(texts: Pick<Texts, 'noteForm'>): APIModalInteractionResponseCallbackData {
  const { addHeading, upload } = texts.noteForm;
  const form = buildNoteModal(texts);
  const file: APIModalInteractionResponseCallbackComponent = {
    type: ComponentType.Label,
    label: upload,
    component: { type: ComponentType.FileUpload, custom_id: FILE_FIELD, required: false },
  };
  const fields = form.components.map((label) =>
    label.type === ComponentType.Label && label.component.type === ComponentType.TextInput
      ? { ...label, component: { ...label.component, required: false } }
      : label,
  );
  return { ...form, title: addHeading, components: [file, ...fields] };
}

/** Reads the file that was uploaded with the form for a new article; null for none. */
export function readUpload({ fields }: ModalSubmitInteraction): Attachment | null {
  return fields.fields.has(FILE_FIELD) ? (fields.getUploadedFiles(FILE_FIELD)?.first() ?? null) : null;
}

/** Builds the form for a whole file, which another component handles. */
export function buildFileModal(
  { noteForm }: Pick<Texts, 'noteForm'>,
  { id, fileName, text }: { readonly id: CustomId; readonly fileName: string; readonly text: string },
): APIModalInteractionResponseCallbackData {
  const description = shorten(toPrintable(fileName), MAX_DESCRIPTION_CHARS);
  const form: APIModalInteractionResponseCallbackData = {
    custom_id: encodeCustomId(id),
    title: noteForm.editHeading,
    components: [
      {
        type: ComponentType.Label,
        label: noteForm.file,
        ...(description === '' ? {} : { description }),
        component: {
          type: ComponentType.TextInput,
          style: TextInputStyle.Paragraph,
          required: true,
          custom_id: 'text',
          max_length: MAX_TEXT_CHARS,
        },
      },
    ],
  };
  return fillForm(form, { text });
}

/** Returns the form with these texts in the fields of these names, cut where a field is too short. */
export function fillForm(
  form: APIModalInteractionResponseCallbackData,
  values: Readonly<Record<string, string>>,
): APIModalInteractionResponseCallbackData {
  return {
    ...form,
    components: form.components.map((label) => {
      if (label.type !== ComponentType.Label || label.component.type !== ComponentType.TextInput)
        return label;
      const { max_length: maxChars = 0, custom_id: field } = label.component;
      const value = values[field]?.slice(0, maxChars);
      return value ? { ...label, component: { ...label.component, value } } : label;
    }),
  };
}

/** Reads the note from the submitted form. */
export function readNote({ fields }: ModalSubmitInteraction): Omit<Note, 'captured'> {
  const url = fields.getTextInputValue('url').trim();
  return {
    title: fields.getTextInputValue('title'),
    text: fields.getTextInputValue('text'),
    url: url === '' ? null : url,
  };
}
