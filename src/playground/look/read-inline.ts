import type { LookNode, MentionKind, WrapKind } from '../wire/look-node.ts';

/** What mentions read, by id, and when it is. */
export interface Names {
  readonly users: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
  /** In milliseconds since 1970; moments may be told as so long ago. */
  readonly now: number;
}

/** What a rule makes of its match; `read` reads on inside of it. */
type Build = (
  groups: readonly (string | undefined)[],
  read: (inner: string) => readonly LookNode[],
  names: Names,
) => LookNode;
type Rule = readonly [pattern: RegExp, build: Build];

const toText = (text: string): LookNode => ({ kind: 'text', text });
const toLink = (address: string, inner: readonly LookNode[]): LookNode => ({ kind: 'link', address, inner });
const toMention = (of: MentionKind, name: string): LookNode => ({ kind: 'mention', of, name });
const wrap =
  (kind: WrapKind): Build =>
  ([inner = ''], read) => ({ kind, inner: read(inner) });

/**
 * At each position the first rule that fits takes its stretch; what no rule takes is text.
 *
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
const RULES: readonly Rule[] = [
  [/\\([!-/:-@[-`{-~])/y, ([sign = '']) => toText(sign)],
  [/https:\/\/discord\.com\/channels\/(?:\d+|@me)\/(\d+)\/\d+/y, buildLinkedMessage],
  [/<(https?:\/\/[^ >]+)>/iy, ([address = '']) => toLink(address, [toText(address)])],
  [/(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/iy, ([address = '']) => toLink(address, [toText(address)])],
  [/`` ?([\s\S]*?[^`]) ?``(?!`)|`([^`]+)`(?!`)/y, buildCode],
  [/\|\|([\s\S]+?)\|\|/y, wrap('spoiler')],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, wrap('bold')],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, wrap('underlined')],
  [/\*(?=\S)((?:\\[\s\S]|\*\*|[^\\*])+?)\*(?!\*)/y, wrap('italic')],
  [/\b_((?:\\[\s\S]|__|[^\\_])+?)_\b/y, wrap('italic')],
  [/~~([\s\S]+?)~~/y, wrap('struck')],
  [
    /\[((?:\\[\s\S]|[^\]\\])+?)\]\(\s*<?(https?:\/\/[^\s)>]+)>?\s*\)/iy,
    ([inner = '', address = ''], read) => toLink(address, read(inner)),
  ],
  [/<@!?(\d+)>/y, ([id = ''], _, { users }) => toMention('user', users.get(id) ?? 'unknown-user')],
  [/<@&(\d+)>/y, ([id = ''], _, { roles }) => toMention('role', roles.get(id) ?? 'deleted-role')],
  [/<#(\d+)>/y, ([id = ''], _, { channels }) => toMention('channel', channels.get(id) ?? 'No Access')],
  [/@(everyone|here)/y, ([whom = '']) => toMention('user', whom)],
  [
    /<t:(\d+):([fR])>/y,
    ([seconds, style], _, { now }) => ({
      kind: 'moment',
      text: formatMoment(Number(seconds) * 1000, { isRelative: style === 'R', now }),
    }),
  ],
  [/<\/([^>]+):\d+>/y, ([command = '']) => toMention('slash', command)],
];

/** Reads Markdown within a line or over several, as Discord shows it. */
export function readInline(markdown: string, names: Names): readonly LookNode[] {
  const read = (inner: string): readonly LookNode[] => readInline(inner, names);
  const nodes: LookNode[] = [];
  let text = '';
  const flush = (): void => {
    if (text !== '') nodes.push(toText(text));
    text = '';
  };
  for (let at = 0; at < markdown.length; ) {
    const taken = takeRule(markdown, at);
    const node = taken?.build(taken.groups, read, names) ?? readSign(markdown.charAt(at));
    at += taken?.length ?? 1;
    if (node.kind === 'text') text += node.text;
    else {
      flush();
      nodes.push(node);
    }
  }
  flush();
  return nodes;
}

function takeRule(markdown: string, at: number) {
  for (const [pattern, build] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(markdown);
    if (match !== null) return { groups: match.slice(1), length: match[0].length, build };
  }
  return null;
}

function readSign(sign: string): LookNode {
  return sign === '\n' ? { kind: 'break' } : toText(sign);
}

function buildCode([inDoubled, inSingle]: readonly (string | undefined)[]): LookNode {
  return { kind: 'code', text: inDoubled ?? inSingle ?? '', isBlock: false };
}

/** Discord shows a link to a message as its channel. */
function buildLinkedMessage(
  [id = '']: readonly (string | undefined)[],
  _: unknown,
  { channels }: Names,
): LookNode {
  return toMention('channel', `${channels.get(id) ?? 'unknown'} › 💬`);
}

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const AGO = new Intl.RelativeTimeFormat('en-GB', { numeric: 'always' });

/** Formats a moment in a text, as the client shows `<t:…:f>` and `<t:…:R>`; what the cards tell of is minutes old at most. */
function formatMoment(
  at: number,
  { isRelative, now }: { readonly isRelative: boolean; readonly now: number },
): string {
  if (!isRelative) return MOMENT.format(new Date(at));
  const seconds = Math.max(1, Math.round((now - at) / 1000));
  return seconds < 60 ? AGO.format(-seconds, 'second') : AGO.format(-Math.round(seconds / 60), 'minute');
}
