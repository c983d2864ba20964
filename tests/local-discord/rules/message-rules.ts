import { messageFlag } from '../wire-values.ts';
import type { MessageView } from './body-views.ts';
import {
  type Breach,
  checkLength,
  defineDiscordRule,
  defineFootnoteRule,
  type Rule,
  reportIf,
} from './rule.ts';

/** @see https://docs.discord.com/developers/resources/message#create-message */
const CONTENT_MAX_CHARS = 2000;

/** Rules on a message as it will stand after the request, without its embeds and components. */
export const messageRules: readonly Rule<MessageView>[] = [
  defineDiscordRule('content-length', 'BASE_TYPE_MAX_LENGTH', (message) =>
    checkLength(message.content, CONTENT_MAX_CHARS, ['content']),
  ),
  defineDiscordRule('message-empty', 'CANNOT_SEND_EMPTY_MESSAGE', (message) =>
    reportIf(isEmpty(message), [], 'no content, embed, component, file, sticker or poll'),
  ),
  defineDiscordRule('mentions-parse-and-ids', 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', parsedAndListed),
  defineFootnoteRule('mentions-silent', (message) =>
    reportIf(!isSilent(message), ['allowed_mentions'], 'must be present with parse: []'),
  ),
  defineFootnoteRule('link-unfurls', (message) =>
    unfurlingLinks(message).map((link) => ({
      path: ['content'],
      detail: `${link} would unfurl: set SUPPRESS_EMBEDS or write <${link}>`,
    })),
  ),
];

function isEmpty(message: MessageView): boolean {
  const lists = [message.embeds, message.components, message.attachments, message.sticker_ids];
  // Discord trims content before it looks whether something is left.
  return message.content.trim() === '' && lists.every((list) => list.length === 0) && !message.poll;
}

function parsedAndListed({ allowed_mentions: mentions }: MessageView): readonly Breach[] {
  return (['users', 'roles'] as const).flatMap((kind) =>
    reportIf(
      Boolean(mentions?.parse?.includes(kind) && mentions[kind]?.length),
      ['allowed_mentions', kind],
      `parse: ['${kind}'] and a list of ${kind} exclude each other`,
    ),
  );
}

function isSilent({ allowed_mentions: mentions }: MessageView): boolean {
  return mentions?.parse !== undefined && mentions.parse.length === 0;
}

function unfurlingLinks(message: MessageView): readonly string[] {
  if (message.flags & messageFlag.suppressEmbeds) return [];
  // Discord makes no preview of links in code or in angle brackets.
  const visible = message.content
    .replaceAll(/```[\s\S]*?```|`[^`]*`/g, ' ')
    .replaceAll(/<https?:\/\/[^\s>]*>/gi, ' ');
  return visible.match(/https?:\/\/[^\s)]+/gi) ?? [];
}
