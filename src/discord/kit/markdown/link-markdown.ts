import { printable } from '../../../text/layout/printable.ts';
import { escapeMarkdown } from './markdown.ts';
import { toWebLink } from './web-link.ts';

/** Dots, and signs that browsers or eyes take for one. */
const DOT = '[.\u3002\u2024\u2027\ua4f8\u00b7]';
/** What readers take for an address: `https://`, `example.org`, `192.0.2.1`, `name@`. */
const ADDRESS_LIKE = new RegExp(
  String.raw`:\/\/|[\p{L}\p{N}]${DOT}\p{L}{2}|\d${DOT}\d{1,3}${DOT}\d|[\p{L}\p{N}]@`,
  'u',
);
/** What could end the words of a masked link too early, or open code in them. */
const UNSAFE = /[[\]\\`<>|]/;
/** Longer ones would leave no room for what is linked. */
const MAX_ADDRESS_CHARS = 512;

/**
 * Words that lead somewhere, in Discord's Markdown: to be pressed where Discord takes the address. Nobody is led elsewhere than they read:
 * words that look like an address, and those that could break the link, stand before the real one.
 */
export function buildMarkdownLink(words: string, address: string): string {
  if (printable(words).trim() === '') return '';
  const shown = escapeMarkdown(words);
  const link =
    address.length > MAX_ADDRESS_CHARS ? null : (toWebLink(address)?.replace(/[()*]/g, escapeSign) ?? null);
  if (bareAddress(words) === bareAddress(address)) return link === null ? shown : `<${link}>`;
  if (link === null) return `${shown} (${escapeMarkdown(withoutScheme(address))})`;
  if (UNSAFE.test(words) || looksLikeAddress(words)) return `${shown} (<${link}>)`;
  return `[${shown}](<${link}>)`;
}

function looksLikeAddress(words: string): boolean {
  return ADDRESS_LIKE.test(words.normalize('NFKC').replace(/\p{Cf}/gu, ''));
}

function bareAddress(address: string): string {
  return printable(address)
    .trim()
    .replace(/^(?:https?:\/\/|mailto:)/i, '')
    .replace(/\/$/, '');
}

/** A mail address, or one that Discord does not take, as text; cut where it is endless. */
function withoutScheme(address: string): string {
  const bare = address.replace(/^mailto:/i, '');
  return bare.length > MAX_ADDRESS_CHARS ? `${bare.slice(0, MAX_ADDRESS_CHARS)}…` : bare;
}

/** In an address: a bracket would end it, and stars a bold stretch around it. */
function escapeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
