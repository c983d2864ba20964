import { escapeHtml } from './escape-html.ts';
import { formatMoment } from './format-time.ts';
import type { Names } from './names.ts';

/** What a rule makes of its match; `read` reads on inside of it. */
type Render = (groups: readonly string[], read: (inner: string) => string, names: Names) => string;
type Rule = readonly [pattern: RegExp, render: Render];

const link = (address: string, inner: string): string =>
  `<discord-link href="${escapeHtml(address)}" target="_blank">${inner}</discord-link>`;
const mention = (type: string, name: string): string =>
  `<discord-mention type="${type}">${escapeHtml(name)}</discord-mention>`;
const wrapped =
  (tag: string): Render =>
  ([inner = ''], read) =>
    `<${tag}>${read(inner)}</${tag}>`;

/**
 * At each place the first rule that fits takes its stretch; what no rule takes is text.
 *
 * @see https://discord.com/developers/docs/reference#message-formatting
 */
const RULES: readonly Rule[] = [
  [/\\([!-/:-@[-`{-~])/y, ([sign = '']) => escapeHtml(sign)],
  [/https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)\/\d+/y, linkedMessage],
  [/<(https?:\/\/[^ >]+)>/iy, ([address = '']) => link(address, escapeHtml(address))],
  [/(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/iy, ([address = '']) => link(address, escapeHtml(address))],
  [/`` ?([\s\S]*?[^`]) ?``(?!`)|`([^`]+)`(?!`)/y, code],
  [/\|\|([\s\S]+?)\|\|/y, wrapped('discord-spoiler')],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, wrapped('strong')],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, wrapped('u')],
  [/\*(?=\S)((?:\\[\s\S]|\*\*|[^\\*])+?)\*(?!\*)/y, wrapped('em')],
  [/\b_((?:\\[\s\S]|__|[^\\_])+?)_\b/y, wrapped('em')],
  [/~~([\s\S]+?)~~/y, wrapped('s')],
  [
    /\[((?:\\[\s\S]|[^\]\\])+?)\]\(\s*<?(https?:\/\/[^\s)>]+)>?\s*\)/iy,
    ([inner = '', address = ''], read) => link(address, read(inner)),
  ],
  [/<@!?(\d+)>/y, ([id = ''], _, { users }) => mention('user', users.get(id) ?? 'unknown-user')],
  [/<@&(\d+)>/y, ([id = ''], _, { roles }) => mention('role', roles.get(id) ?? 'deleted-role')],
  [/<#(\d+)>/y, ([id = ''], _, { channels }) => mention('channel', channels.get(id) ?? 'No Access')],
  [/@(everyone|here)/y, ([whom = '']) => mention('user', whom)],
  [
    /<t:(\d+):([fR])>/y,
    ([seconds, style], _, { now }) =>
      `<span class="moment">${formatMoment(Number(seconds) * 1000, { isRelative: style === 'R', now })}</span>`,
  ],
  [/<\/([^>]+):\d+>/y, ([command = '']) => mention('slash', command)],
];

/** Markdown within a line or over several, as the page shows it; all of it is escaped. */
export function inlineToHtml(markdown: string, names: Names): string {
  const read = (inner: string): string => inlineToHtml(inner, names);
  let html = '';
  for (let at = 0; at < markdown.length; ) {
    const taken = takeRule(markdown, at);
    html += taken === null ? plain(markdown.charAt(at)) : taken.render(taken.groups, read, names);
    at += taken === null ? 1 : taken.length;
  }
  return html;
}

function takeRule(markdown: string, at: number) {
  for (const [pattern, render] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(markdown);
    if (match !== null) return { groups: match.slice(1), length: match[0].length, render };
  }
  return null;
}

function plain(sign: string): string {
  return sign === '\n' ? '<br>' : escapeHtml(sign);
}

function code([inDoubled, inSingle]: readonly string[]): string {
  return `<discord-code embed>${escapeHtml(inDoubled ?? inSingle ?? '')}</discord-code>`;
}

/** Discord shows a link to a message as its channel. */
function linkedMessage(groups: readonly string[], _: unknown, { channels }: Names): string {
  return mention('channel', `${channels.get(groups[0] ?? '') ?? 'unknown'} › 💬`);
}
