import { printable } from '../../../text/layout/printable.ts';
import { shorten } from '../../../text/layout/shorten.ts';

/** What may stand in a web address, what may end one, and brackets, which it holds in pairs only. */
const ADDRESS_SIGN = String.raw`[\p{L}\p{M}\p{N}/?=&%#+$@~_.,;:!'-]`;
const LAST_ADDRESS_SIGN = String.raw`[\p{L}\p{M}\p{N}/=&%#+$@~_-]`;
const BRACKETS = String.raw`\(${ADDRESS_SIGN}*\)`;
const WEB_ADDRESS = new RegExp(
  `https?://(?:${ADDRESS_SIGN}|${BRACKETS})*(?:${LAST_ADDRESS_SIGN}|${BRACKETS})`,
  'giu',
);
/** What formats, mentions or links anywhere, `:+1:` and `steam://` too; and what does so only at the start of a line. */
const ANYWHERE = /[\\*_~`|<>[\]()@]|:(?=\/\/|[^\s:]+:)/g;
const AT_LINE_START = /^(\s*)([#+-]|\d+(?=\.))/;

/**
 * `text` on one line as Discord shows it letter by letter: formatting, mentions, emoji names and masked links are
 * escaped; control characters are dropped. Web addresses can be followed: they stand in `<…>`, which is not shown,
 * since Discord would take the backslash of an escaped sign behind them for a part of the address. Safe in an
 * embed's title, description and field values.
 *
 * @see https://support.discord.com/hc/en-us/articles/210298617
 */
export function escapeMarkdown(text: string): string {
  let escaped = '';
  let after = 0;
  const plain = printable(text);
  for (const { 0: address, index } of plain.matchAll(WEB_ADDRESS)) {
    const end = index + address.length;
    // An address that was cut leads nowhere.
    if (plain[end] === '…') continue;
    escaped += `${escapeSigns(plain.slice(after, index))}<${address}>`;
    after = end;
  }
  return (escaped + escapeSigns(plain.slice(after))).replace(AT_LINE_START, escapeLineStart);
}

/**
 * `text` as `escapeMarkdown` gives it, but nothing in it can be followed or unfolds, not even `discord.gg/…`: for messages, where
 * others than the reader have chosen the words.
 */
export function escapeLinks(text: string): string {
  return escapeSigns(printable(text))
    .replace(/\.(?=[\p{L}\p{N}])/gu, '\\.')
    .replace(AT_LINE_START, escapeLineStart);
}

/** Whether a stretch of `text` stands in a web address, which marks would divide. */
export function touchesAddress(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  return Array.from(text.matchAll(WEB_ADDRESS)).some(
    ({ 0: address, index }) => start < index + address.length && index < end,
  );
}

/** The same cut at its end so that it takes at most `maxChars` once escaped; an escape is never divided. */
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
