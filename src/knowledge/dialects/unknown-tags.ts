/** The elements of HTML, current and obsolete, and the outermost elements of pictures and formulas. */
const KNOWN = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button canvas caption
  center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form
  frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd keygen label legend li link listing main map mark
  marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture plaintext pre progress q
  rb rp rt rtc ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td
  template textarea tfoot th thead time title tr track tt u ul var video wbr xmp`.split(/\s+/),
);
/** Longer names are not placeholders. */
const MAX_CHARS = 80;
const TAG = /<([a-z][^<>=]*)>/gi;
const CLOSING = /<\/([a-z][\w.-]*)/gi;

/** Returns the names, in small letters, of all elements that a Markdown text closes. */
export function findClosedNames(markdown: string): ReadonlySet<string> {
  return new Set(Array.from(markdown.matchAll(CLOSING), ([, name = '']) => name.toLowerCase()));
}

/**
 * Escapes unknown tags such as `<reason>` and `<world name>`, so that they are shown as text. A tag counts as unknown
 * where HTML does not know it, no attribute has a value, and the text never closes it. Custom elements and components
 * are closed.
 *
 * @param closed the result of {@link findClosedNames} for the whole text
 */
export function escapeUnknownTags(html: string, closed: ReadonlySet<string>): string {
  return html.replace(TAG, (tag, inside: string) => {
    const name = (/^[^\s/]+/.exec(inside)?.[0] ?? '').toLowerCase();
    const isTag = KNOWN.has(name) || closed.has(name) || inside.endsWith('/') || inside.length > MAX_CHARS;
    return isTag ? tag : `&lt;${inside}&gt;`;
  });
}
