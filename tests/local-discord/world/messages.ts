import type { Fields } from '../fields.ts';
import type { AllowedMentionsView, ComponentView, EmbedView, MessageView } from '../rules/body-views.ts';
import { messageFlag } from '../wire-values.ts';
import type { Channel } from './guilds.ts';
import { type Person, userPayload } from './people.ts';

/** A message as Discord would return it. */
export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string;
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly EmbedView[];
  readonly components: readonly ComponentView[];
  readonly attachments: readonly unknown[];
  readonly flags: number;
  readonly author: ReturnType<typeof userPayload>;
  /** Who was pinged, after `allowed_mentions`. */
  readonly mentions: readonly { readonly id: string }[];
  readonly mention_roles: readonly string[];
  readonly mention_everyone: boolean;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly application_id?: string;
  readonly webhook_id?: string;
  readonly message_reference?: { readonly message_id: string; readonly channel_id: string };
  readonly interaction_metadata?: unknown;
}

/** Where and when a message appears, and who wrote it. */
export interface MessageFrame {
  readonly id: string;
  readonly channel: Channel;
  readonly author: Person;
  readonly at: number;
  readonly extra?: Partial<Message>;
}

const NORMAL = 0;
const REPLY = 19;

export function makeMessage(body: MessageView, frame: MessageFrame): Message {
  const { channel, extra } = frame;
  const isReply = extra?.message_reference !== undefined || extra?.webhook_id !== undefined;
  return {
    id: frame.id,
    channel_id: channel.id,
    ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
    type: isReply ? REPLY : NORMAL,
    ...shown(body),
    author: userPayload(frame.author),
    timestamp: new Date(frame.at).toISOString(),
    edited_timestamp: null,
    pinned: false,
    tts: false,
    ...extra,
  };
}

/** The message as it stands after the body of an edit is laid over it. */
export function editedMessage(message: Message, merged: MessageView, at: number): Message {
  return { ...message, ...shown(merged), edited_timestamp: new Date(at).toISOString() };
}

/**
 * The body of an edit laid over the message, as the rules want to see it: what the edit leaves out stays as it was,
 * except `allowed_mentions`, which Discord does not remember.
 */
export function mergedBody(message: Message, body: Fields): Fields {
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

function shown(body: MessageView) {
  const { content, embeds, components, attachments, flags, allowed_mentions: allowed } = body;
  return {
    content,
    embeds: embeds.map((embed) => ({ type: 'rich', ...embed })),
    components,
    attachments,
    flags,
    ...pings(content, allowed),
  };
}

/** Without `allowed_mentions` everything pings, which is why Footnote always sends them. */
function pings(content: string, allowed: AllowedMentionsView | undefined) {
  const parsed = (kind: string) => allowed?.parse?.includes(kind) ?? allowed === undefined;
  const named = (pattern: RegExp) => [...content.matchAll(pattern)].flatMap((match) => match[1] ?? []);
  return {
    mentions: named(/<@!?(\d+)>/g)
      .filter((id) => parsed('users') || allowed?.users?.includes(id))
      .map((id) => ({ id, username: `user${id}`, discriminator: '0', global_name: null, avatar: null })),
    mention_roles: named(/<@&(\d+)>/g).filter((id) => parsed('roles') || allowed?.roles?.includes(id)),
    mention_everyone: parsed('everyone') && /@(everyone|here)\b/.test(content),
  };
}
