import { LINK_MAX_CHARS } from '../limits.ts';

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
