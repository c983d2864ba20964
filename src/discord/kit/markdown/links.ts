import { toPrintable } from '../../../text/layout/printable.ts';
import { LINK_MAX_CHARS } from '../limits.ts';
import { escapeMarkdown } from './markdown.ts';

/** Dots, and characters that browsers or readers take for one. */
const DOT = '[.\u3002\u2024\u2027\ua4f8\u00b7]';
/** Matches what readers take for an address: `https://`, `example.org`, `192.0.2.1`, `name@`. */
const ADDRESS_LIKE = new RegExp(
  String.raw`:\/\/|[\p{L}\p{N}]${DOT}\p{L}{2}|\d${DOT}\d{1,3}${DOT}\d|[\p{L}\p{N}]@`,
  'u',
);
/** Characters that could end the words of a masked link too early, or open code in them. */
const UNSAFE = /[[\]\\`<>|]/;
/** Longer addresses would leave no room for the linked words. */
const MAX_ADDRESS_CHARS = 512;

/**
 * Builds a link in Discord's Markdown, which readers can press when Discord accepts the address. A link never leads elsewhere than it
 * says: words that look like an address, and words that could break the link, are followed by the real address.
 */
export function buildMarkdownLink(words: string, address: string): string {
  if (toPrintable(words).trim() === '') return '';
  const shown = escapeMarkdown(words);
  const link =
    address.length > MAX_ADDRESS_CHARS ? null : (toWebLink(address)?.replace(/[()*]/g, encodeSign) ?? null);
  if (stripScheme(words) === stripScheme(address)) return link === null ? shown : `<${link}>`;
  if (link === null) return `${shown} (${escapeMarkdown(cutAddress(address))})`;
  if (UNSAFE.test(words) || looksLikeAddress(words)) return `${shown} (<${link}>)`;
  return `[${shown}](<${link}>)`;
}

function looksLikeAddress(words: string): boolean {
  return ADDRESS_LIKE.test(words.normalize('NFKC').replace(/\p{Cf}/gu, ''));
}

function stripScheme(address: string): string {
  return toPrintable(address)
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '');
}

/** Returns a mail address, or an address that Discord refuses, as text of limited length. */
function cutAddress(address: string): string {
  const bare = address.replace(/^mailto:/i, '');
  return bare.length > MAX_ADDRESS_CHARS ? `${bare.slice(0, MAX_ADDRESS_CHARS)}…` : bare;
}

/** Percent-encodes a character of an address: a bracket would end the address, and stars a bold span around it. */
function encodeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Labels of letters, digits and inner hyphens, at least two of them: Discord refuses other hosts. */
const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.?$/i;
/** Characters that RFC 3986 does not allow unescaped after the host; browsers are less strict. */
const TO_ESCAPE = /%(?![\da-f]{2})|[^\w.~:/?#@!$&'()*+,;=%-]/gi;

/**
 * Returns the address in the form that Discord accepts for a link: a URI in ASCII. Returns null for addresses for which Discord refuses
 * the whole message: no dot in the host, an underscore in it, or too long.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986
 */
export function toWebLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin, username, pathname, search, hash } = new URL(address);
  if (!['http:', 'https:'].includes(protocol) || !HOST.test(hostname) || username !== '') return null;
  const link = `${origin}${escapeUri(pathname)}${escapeUri(search)}${hash.slice(0, 1)}${escapeUri(hash.slice(1)).replaceAll('#', '%23')}`;
  return link.length > LINK_MAX_CHARS ? null : link;
}

function escapeUri(text: string): string {
  return text.replace(TO_ESCAPE, (sign) => {
    const bytes = new TextEncoder().encode(sign);
    return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });
}
