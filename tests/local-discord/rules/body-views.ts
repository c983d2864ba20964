import * as z from 'zod';
import { toFields } from '../fields.ts';

/*
 * What the rules read in a body. These parsers never fail: a field of the wrong type reads as absent, because
 * the shape is the business of the official schemas and the rules must still report what else is wrong.
 * Unknown fields are kept, so that a stored message gives back what the bot sent.
 */

const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const yesNo = z.boolean().optional().catch(undefined);
const ids = z.array(z.string()).optional().catch(undefined);
const unknowns = z.array(z.unknown()).catch([]);

const media = z.looseObject({ url: text }).optional().catch(undefined);

const embedView = z.looseObject({
  title: text,
  description: text,
  url: text,
  timestamp: text,
  color: count,
  author: z.looseObject({ name: text, url: text, icon_url: text }).optional().catch(undefined),
  footer: z.looseObject({ text, icon_url: text }).optional().catch(undefined),
  image: media,
  thumbnail: media,
  fields: z
    .array(z.looseObject({ name: text, value: text, inline: yesNo }))
    .optional()
    .catch(undefined),
});
export type EmbedView = z.infer<typeof embedView>;

const selectOptionView = z.looseObject({ label: text, value: text, description: text, default: yesNo });

/** Any component of a message or modal; which fields mean something depends on its type. */
export interface ComponentView {
  readonly [field: string]: unknown;
  readonly type: number;
  readonly custom_id?: string | undefined;
  readonly style?: number | undefined;
  readonly label?: string | undefined;
  readonly description?: string | undefined;
  readonly emoji?: { readonly id?: string | undefined; readonly name?: string | undefined } | undefined;
  readonly url?: string | undefined;
  readonly sku_id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly content?: string | undefined;
  readonly value?: string | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly min_values?: number | undefined;
  readonly max_values?: number | undefined;
  readonly options?: readonly z.infer<typeof selectOptionView>[] | undefined;
  readonly components?: readonly ComponentView[] | undefined;
  readonly accessory?: ComponentView | undefined;
  readonly component?: ComponentView | undefined;
}

const componentView: z.ZodType<ComponentView> = z.lazy(() =>
  z.looseObject({
    type: z.number().catch(0),
    custom_id: text,
    style: count,
    label: text,
    description: text,
    emoji: z.looseObject({ id: text, name: text }).optional().catch(undefined),
    url: text,
    sku_id: text,
    disabled: yesNo,
    required: yesNo,
    placeholder: text,
    content: text,
    value: text,
    min_length: count,
    max_length: count,
    min_values: count,
    max_values: count,
    options: z.array(selectOptionView).optional().catch(undefined),
    components: z.array(componentView).optional().catch(undefined),
    accessory: componentView.optional().catch(undefined),
    component: componentView.optional().catch(undefined),
  }),
);

const allowedMentionsView = z.looseObject({
  parse: ids,
  users: ids,
  roles: ids,
  replied_user: yesNo,
});

/** A file of the message, as it stands: not as the body describes it. */
const attachmentView = z.looseObject({
  id: text,
  filename: text,
  size: count,
  url: text,
  description: text,
});
export type AttachmentView = z.infer<typeof attachmentView>;

const messageView = z.object({
  content: z.string().catch(''),
  embeds: z.array(embedView).catch([]),
  components: z.array(componentView).catch([]),
  flags: z.number().catch(0),
  allowed_mentions: allowedMentionsView.optional().catch(undefined),
  attachments: z.array(attachmentView).catch([]),
  sticker_ids: unknowns,
  poll: z.unknown().optional(),
});
export type MessageView = z.infer<typeof messageView>;

const modalView = z.looseObject({
  custom_id: text,
  title: text,
  components: z.array(componentView).catch([]),
});
export type ModalView = z.infer<typeof modalView>;

const localizations = z.record(z.string(), z.string()).optional().catch(undefined);

const choiceView = z.looseObject({
  name: z.string().catch(''),
  name_localizations: localizations,
  value: z.union([z.string(), z.number()]).catch(''),
});
export type ChoiceView = z.infer<typeof choiceView>;

const choicesView = z.array(choiceView).catch([]);

/** One option of a command; subcommands and groups carry options of their own. */
export interface OptionView {
  readonly [field: string]: unknown;
  readonly type: number;
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly required?: boolean | undefined;
  readonly autocomplete?: boolean | undefined;
  readonly choices?: readonly ChoiceView[] | undefined;
  readonly channel_types?: readonly number[] | undefined;
  readonly min_value?: number | undefined;
  readonly max_value?: number | undefined;
  readonly min_length?: number | undefined;
  readonly max_length?: number | undefined;
  readonly options?: readonly OptionView[] | undefined;
  readonly name_localizations?: Readonly<Record<string, string>> | undefined;
  readonly description_localizations?: Readonly<Record<string, string>> | undefined;
}

const named = {
  name: text,
  description: text,
  name_localizations: localizations,
  description_localizations: localizations,
};

const optionView: z.ZodType<OptionView> = z.lazy(() =>
  z.looseObject({
    ...named,
    type: z.number().catch(0),
    required: yesNo,
    autocomplete: yesNo,
    choices: choicesView.optional(),
    channel_types: z.array(z.number()).optional().catch(undefined),
    min_value: count,
    max_value: count,
    min_length: count,
    max_length: count,
    options: z.array(optionView).optional().catch(undefined),
  }),
);

const commandView = z.looseObject({
  ...named,
  type: z.number().catch(1),
  options: z.array(optionView).optional().catch(undefined),
});
export type CommandView = z.infer<typeof commandView>;

/** Reads a message body; absent and ill-typed fields read as empty. */
export const readMessage = (body: unknown): MessageView => messageView.parse(toFields(body));

/** Reads the `data` of a modal callback. */
export const readModal = (body: unknown): ModalView => modalView.parse(toFields(body));

const autocompleteView = z.object({ choices: choicesView });

/** Reads the choices in the `data` of an autocomplete callback; anything but a list reads as an empty one. */
export const readChoices = (body: unknown): readonly ChoiceView[] =>
  autocompleteView.parse(toFields(body)).choices;

/** Reads a command as sent to a registering route. */
export const readCommand = (body: unknown): CommandView => commandView.parse(toFields(body));
