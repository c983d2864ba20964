import { EMBED_LIMITS } from '../limits.ts';

/** Labels of letters, digits and inner hyphens, at least two of them: Discord refuses other hosts. */
const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.?$/i;
/** What RFC 3986 does not let stand behind the host as it is; browsers are not so strict. */
const TO_ESCAPE = /%(?![\da-f]{2})|[^\w.~:/?#@!$&'()*+,;=%-]/gi;

/**
 * The address as Discord takes it for a link: a URI in ASCII. Null for addresses that it refuses, whole messages with
 * them: no dot in the host, an underscore in it, or too long.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986
 */
export function toWebLink(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, origin, username, pathname, search, hash } = new URL(address);
  if (!['http:', 'https:'].includes(protocol) || !HOST.test(hostname) || username !== '') return null;
  const link = `${origin}${escaped(pathname)}${escaped(search)}${hash.slice(0, 1)}${escaped(hash.slice(1)).replaceAll('#', '%23')}`;
  return link.length > EMBED_LIMITS.url ? null : link;
}

function escaped(text: string): string {
  return text.replace(TO_ESCAPE, (sign) => {
    const bytes = new TextEncoder().encode(sign);
    return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  });
}
