import type { ModalView } from '../rules/body-views.ts';
import type { Channel } from '../world/channels.ts';
import type { Upload } from '../world/files.ts';
import type { Message } from '../world/messages.ts';
import type { Person } from '../world/people.ts';
import type { Role } from '../world/roles.ts';
import type { ChannelChoice } from './channel-choice.ts';

/** Who does something, where, and in which language. */
interface Circumstances extends ChannelChoice {
  /** The ready-made member when absent. */
  readonly user?: Person;
  /** The roles that the user holds in the guild, instead of their own; they give no permissions. */
  readonly roles?: readonly Role[];
  /** Who has installed the app; the server when absent, and the user where the bot is not. */
  readonly install?: 'server' | 'user' | 'both';
  /** The user's language; `en-US` when absent. */
  readonly locale?: string;
  /** Makes the interaction this many milliseconds old when it arrives: its id and its 3 seconds. */
  readonly ageMs?: number;
}

/** People, channels, roles and files are values for options of type USER, CHANNEL, ROLE, MENTIONABLE and ATTACHMENT. */
export type OptionValue = string | number | boolean | Person | Channel | Role | Upload;

interface CommandFields extends Circumstances {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options?: Readonly<Record<string, OptionValue>>;
}

interface AutocompleteFields extends CommandFields {
  /** The option that the user is typing in. */
  readonly focused: string;
}

interface UserMenuFields extends Circumstances {
  readonly name: string;
  readonly target: Person;
}

interface MessageMenuFields extends Circumstances {
  readonly name: string;
  readonly target: Message;
}

interface PressFields extends Circumstances {
  readonly message: Message;
  readonly customId: string;
  /** The interaction tells the message without content, embeds and components. */
  readonly isToldInPart?: boolean;
}

interface ButtonFields extends PressFields {
  /**
   * Pressed though the message has no such button or is gone: an older version's message, a press that crossed with
   * the deletion, or a forged request.
   */
  readonly isForged?: boolean;
}

interface SelectFields extends PressFields {
  /** The values of texts; people, channels and roles for menus that offer these. */
  readonly values: readonly (string | Person | Channel | Role)[];
  /** As for buttons; also with values that the menu does not offer. */
  readonly isForged?: boolean;
}

/** A text, or what is chosen in a menu or handed over as files. */
export type ModalValue = string | readonly (string | Person | Channel | Role | Upload)[];

interface ModalSubmitFields extends Circumstances {
  readonly modal: ModalView;
  /** What the user entered, by custom_id; an absent field is submitted as the modal has filled it, else empty. */
  readonly values: Readonly<Record<string, ModalValue>>;
  /** The message whose button opened the modal; without it the answer cannot update a message. */
  readonly message?: Message;
  /** Sent off though no client would: fields too long, too short, or with values that are not on offer. */
  readonly isForged?: boolean;
}

/** Everything a user can do that reaches the bot as an interaction. */
export type InteractionRequest =
  | ({ readonly kind: 'command' } & CommandFields)
  | ({ readonly kind: 'autocomplete' } & AutocompleteFields)
  | ({ readonly kind: 'user menu' } & UserMenuFields)
  | ({ readonly kind: 'message menu' } & MessageMenuFields)
  | ({ readonly kind: 'button' } & ButtonFields)
  | ({ readonly kind: 'select' } & SelectFields)
  | ({ readonly kind: 'modal submit' } & ModalSubmitFields);

/** `/name group subcommand option: value` */
export const command = (fields: CommandFields): InteractionRequest => ({ kind: 'command', ...fields });

/** The user is typing in an option with autocomplete. */
export const autocomplete = (fields: AutocompleteFields): InteractionRequest => ({
  kind: 'autocomplete',
  ...fields,
});

/** "Apps" in the menu of a user. */
export const userMenu = (fields: UserMenuFields): InteractionRequest => ({ kind: 'user menu', ...fields });

/** "Apps" in the menu of a message. */
export const messageMenu = (fields: MessageMenuFields): InteractionRequest => ({
  kind: 'message menu',
  ...fields,
});

/** A press on a button of a message. */
export const button = (fields: ButtonFields): InteractionRequest => ({ kind: 'button', ...fields });

/** A choice in a menu of a message. */
export const select = (fields: SelectFields): InteractionRequest => ({ kind: 'select', ...fields });

/** A modal sent off. */
export const modalSubmit = (fields: ModalSubmitFields): InteractionRequest => ({
  kind: 'modal submit',
  ...fields,
});
