import { type APIEmbed, MessageFlags, time } from 'discord.js';
import { CONTENT_MAX_CHARS } from '../limits.ts';
import type { ReplyContent } from '../replies.ts';
import { escapeMarkdown } from './markdown.ts';

/**
 * Returns the reply with its cards turned into text, for channels where the bot may not embed links: Discord drops cards there, or
 * refuses the message. A card that is too long is cut at the end of its description, its longest part.
 */
export function toPlainText({ content = '', embeds, ...rest }: ReplyContent): ReplyContent {
  const opening = content === '' ? [] : [content];
  const room = CONTENT_MAX_CHARS - opening.join('\n').length;
  const each = Math.floor(room / Math.max(1, embeds.length)) - 1;
  const cards = embeds.map((embed) => convertCard(embed, each));
  return {
    ...rest,
    content: [...opening, ...cards].join('\n'),
    embeds: [],
    flags: MessageFlags.SuppressEmbeds,
  };
}

function convertCard(embed: APIEmbed, maxChars: number): string {
  const { author, title, url, description = '', image, fields = [], footer, timestamp } = embed;
  const before = [
    ...(author === undefined ? [] : [`**${escapeMarkdown(author.name)}**`]),
    ...(title === undefined ? [] : [`**${title}**`]),
    ...(url === undefined ? [] : [`<${url}>`]),
  ].join('\n');
  const moment = timestamp === undefined ? '' : ` ${time(Math.floor(Date.parse(timestamp) / 1000), 'R')}`;
  const after = [
    ...(image === undefined || image.url.startsWith('attachment:') ? [] : [`<${image.url}>`]),
    ...fields.map(({ name, value }) => `${name}: ${value.replaceAll('\n', ' ')}`),
    ...(footer === undefined ? [] : [`-# ${escapeMarkdown(footer.text)}${moment}`]),
  ].join('\n');
  const lines = (middle: string): string => [before, middle, after].filter((part) => part !== '').join('\n');
  const room = maxChars - lines(' ').length;
  if (description.length <= room) return lines(description);
  // When the location is so long that no room is left for the passage, the passage matters more.
  return room >= MIN_PASSAGE_CHARS
    ? lines(cutMarkdown(description, room))
    : cutMarkdown([before, description].filter((part) => part !== '').join('\n'), maxChars);
}

const MIN_PASSAGE_CHARS = 200;
const FENCE = '```';
const CUT = '…';

/** Cuts Markdown at the end of a line and closes every code block. Cuts a line between two words when enough of it fits. */
function cutMarkdown(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  // Room for the mark of the cut and the end of a code block.
  let room = maxChars - CUT.length - FENCE.length - 2;
  const lines: string[] = [];
  let isInCode = false;
  for (const line of text.split('\n')) {
    room -= line.length + 1;
    if (room < 0) {
      if (isInCode || room + line.length < MIN_PASSAGE_CHARS) break;
      return [...lines, `${cutLine(line, room + line.length)} ${CUT}`].join('\n');
    }
    lines.push(line);
    if (line === FENCE) isInCode = !isInCode;
  }
  if (isInCode && lines.at(-1) === FENCE) lines.pop();
  else if (isInCode) lines.push(FENCE);
  return [...lines, CUT].join('\n');
}

/** Cuts a line between two words and keeps every escape, link and bold span whole. */
function cutLine(line: string, maxChars: number): string {
  // Room for the end of a bold stretch.
  const cut = line.slice(0, Math.max(0, maxChars - 2));
  const words = dropOpenLink(cut.replace(/(?:<[^<>\s]*|\S{0,200})$/u, ''))
    .replace(/\\+$/, '')
    .trimEnd();
  const isBoldOpen = (words.match(/(?<!\\)\*\*/g) ?? []).length % 2 === 1;
  return `${words}${isBoldOpen ? '**' : ''}`;
}

/** Drops a cut masked link from the end: `[words](<` and the rest of the address. */
function dropOpenLink(text: string): string {
  const open = text.lastIndexOf('[');
  const isWhole = open < 0 || text[open - 1] === '\\' || text.includes('>)', open);
  return isWhole ? text : text.slice(0, open);
}
