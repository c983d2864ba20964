/** What may stand in a URI, a `%` only before two hexadecimal digits. */
const URI = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})+$/i;
/** Labels of letters, digits and hyphens, at least two, or an address of numbers; no underscore. */
const HOST = /^(?:(?!-)[a-z\d-]+(?<!-)\.)+(?!-)[a-z\d-]+(?<!-)\.?$|^\[[\da-f:.]+\]$/i;

/**
 * Whether Discord takes the text as a link: an http(s) URI whose host has a dot and no underscore. Discord's description
 * names the format `uri`; which hosts it refuses beyond that, others have found out. Brackets may stand in hosts only.
 *
 * @see https://www.rfc-editor.org/rfc/rfc3986
 */
export function isWebLink(link: string): boolean {
  const [, host = '', rest = ''] = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(.*)$/i.exec(link) ?? [];
  return URL.canParse(link) && URI.test(link) && HOST.test(host) && !/[[\]]/.test(rest) && !/#.*#/.test(rest);
}

/** Whether Discord takes the text as the place of a picture or file: a web link or a file of the same message. */
export function isMediaLink(link: string): boolean {
  return isWebLink(link) || /^attachment:\/\/.+/.test(link);
}
