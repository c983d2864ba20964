import type { Fields } from '../fields.ts';
import type { AttachmentView, ComponentView, EmbedView, MessageView } from '../rules/body-views.ts';
import { messageFlag, messageType } from '../wire-values.ts';
import type { Channel } from './channels.ts';
import type { buildUserPayload } from './people.ts';
import { type Audience, findPings } from './pings.ts';

/** What a user or a webhook looks like beside a message. */
export type Author = ReturnType<typeof buildUserPayload>;

/** A message as Discord would return it. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly EmbedView[];
  readonly components: readonly ComponentView[];
  readonly attachments: readonly AttachmentView[];
  readonly flags: number;
  readonly author: Author;
  /** Who was pinged, after `allowed_mentions`. */
  readonly mentions: readonly Author[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly message_reference?: MessageReference;
  readonly interaction_metadata?: unknown;
  /** Absent while nobody has reacted. */
  readonly reactions?: readonly Reaction[];
}

interface MessageReference {
  readonly type: 0;
  readonly message_id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
}

/** One emoji under a message. */
export interface Reaction {
  readonly emoji: { readonly id: string | null; readonly name: string };
  readonly count: number;
  readonly me: boolean;
}

/** Where and when a message appears, and who wrote it. */
export interface MessageFrame {
  readonly id: string;
  readonly channel: Channel;
  readonly author: Author;
  readonly at: number;
  readonly audience: Audience;
  /** The message that this one replies to. */
  readonly answered?: Message | undefined;
  readonly extra?: Partial<Message>;
}

export function makeMessage(body: MessageView, frame: MessageFrame): Message {
  const { channel, answered, audience } = frame;
  return {
    id: frame.id,
    channel_id: channel.id,
    ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
    type: answered ? messageType.reply : messageType.normal,
    ...shown(body),
    ...findPings(body, audience, answered?.author),
    author: frame.author,
    timestamp: new Date(frame.at).toISOString(),
    edited_timestamp: null,
    pinned: false,
    tts: false,
    ...(answered ? { message_reference: buildReference(answered) } : {}),
    ...frame.extra,
  };
}

export function buildReference({ id, channel_id, guild_id }: Message): MessageReference {
  return { type: 0, message_id: id, channel_id, ...(guild_id === undefined ? {} : { guild_id }) };
}

/** A change of a message: the body of the edit laid over it, and when. */
export interface Edit {
  readonly merged: MessageView;
  readonly at: number;
  readonly audience: Audience;
}

/** The message as it stands after the edit. */
export function editMessage(message: Message, { merged, at, audience }: Edit): Message {
  const edited_timestamp = new Date(at).toISOString();
  return { ...message, ...shown(merged), ...findPings(merged, audience), edited_timestamp };
}

/**
 * The body of an edit laid over the message, as the rules want to see it: what the edit leaves out stays as it was,
 * except `allowed_mentions`, which Discord does not remember.
 */
export function mergeBody(message: Message, body: Fields): Fields {
  const { flags } = body;
  const kept = {
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments,
  };
  return { ...kept, ...body, flags: mergedFlags(message.flags, flags) };
}

/** Visibility and components v2 are fixed once set; the rest is replaced when the edit names flags. */
function mergedFlags(before: number, edit: unknown): number {
  const fixed = before & (messageFlag.ephemeral | messageFlag.componentsV2);
  return typeof edit === 'number' ? (edit & ~messageFlag.ephemeral) | fixed : before & ~messageFlag.loading;
}

function shown({ content, embeds, components, attachments, flags }: MessageView) {
  return {
    content,
    embeds: embeds.map((embed) => ({ type: 'rich', ...embed })),
    components,
    attachments,
    flags,
  };
}
