import { shorten, toPrintable } from '../../../text/layout/printable.ts';

/** Characters inside a web address, characters that may end one, and brackets, which count only in pairs. */
const ADDRESS_SIGN = String.raw`[\p{L}\p{M}\p{N}/?=&%#+$@~_.,;:!'-]`;
const LAST_ADDRESS_SIGN = String.raw`[\p{L}\p{M}\p{N}/=&%#+$@~_-]`;
const BRACKETS = String.raw`\(${ADDRESS_SIGN}*\)`;
const WEB_ADDRESS = new RegExp(
  `https?://(?:${ADDRESS_SIGN}|${BRACKETS})*(?:${LAST_ADDRESS_SIGN}|${BRACKETS})`,
  'giu',
);
/** Characters that format, mention or link anywhere (also in `:+1:` and `steam://`), and those that do so only at the start of a line. */
const ANYWHERE = /[\\*_~`|<>[\]()@]|:(?=\/\/|[^\s:]+:)/g;
const AT_LINE_START = /^(\s*)([#+-]|\d+(?=\.))/;

/**
 * Escapes `text` so that Discord shows it on one line, letter by letter. Formatting, mentions, emoji names and masked links are escaped;
 * control characters are dropped. Web addresses stay links: they stand in `<…>`, which Discord does not show, because it would take the
 * backslash of an escaped character behind them for a part of the address. Safe in an embed's title, description and field values.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  let escaped = '';
  let after = 0;
  const plain = toPrintable(text);
  for (const { 0: address, index } of plain.matchAll(WEB_ADDRESS)) {
    const end = index + address.length;
    // A shortened address leads nowhere.
    if (plain[end] === '…') continue;
    escaped += `${escapeSigns(plain.slice(after, index))}<${address}>`;
    after = end;
  }
  return (escaped + escapeSigns(plain.slice(after))).replace(AT_LINE_START, escapeLineStart);
}

/**
 * Escapes `text` like `escapeMarkdown`, but also disables every link and preview, even `discord.gg/…`. For messages whose words
 * another member has chosen.
 */
export function escapeLinks(text: string): string {
  return escapeSigns(toPrintable(text))
    .replace(/\.(?=[\p{L}\p{N}])/gu, '\\.')
    .replace(AT_LINE_START, escapeLineStart);
}

/** Returns whether a span of `text` overlaps a web address, which formatting marks would split. */
export function touchesAddress(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return Array.from(text.matchAll(WEB_ADDRESS)).some(
    ({ 0: address, index }) => start < index + address.length && index < end,
  );
}

/** Escapes `text` and shortens it at its end to at most `maxChars` escaped characters; never splits an escape. */
export function escapeWithin(text: string, maxChars: number, escapeText = escapeMarkdown): string {
  let room = maxChars;
  let escaped = escapeText(shorten(text, room));
  while (escaped.length > maxChars && room > 0) {
    room -= Math.max(1, Math.ceil((escaped.length - maxChars) / 2));
    escaped = escapeText(shorten(text, Math.max(0, room)));
  }
  return escaped;
}

function escapeSigns(text: string): string {
  return text.replace(ANYWHERE, '\\$&');
}

function escapeLineStart(_: string, space: string, sign: string): string {
  return /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`;
}

/** Discord's markup for mentions of members, roles, channels and commands, for custom emoji and for times. */
const MARKUP = /<(?:@[!&]?|#|a?:\w+:|\/[^:>]{1,100}:|t:)-?\d+(?::\w)?>/g;

/** Returns a member's text without mentions and custom emoji, which no article could answer; empty when nothing else is left. */
export function extractQuestion(text: string): string {
  return text.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
}
