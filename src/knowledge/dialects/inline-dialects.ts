/** Returns whether a line can hold any of the syntax below. */
const MARKED = /\{\{[<%]|\]\(\{\{|\{%|\[\[|\{:|\{[ \t]*[#.]/;
/** Longer lines are data. The patterns below examine a few hundred characters from each position. */
const MAX_CHARS = 50_000;

const CODE_SPAN = /(?<!`)(`+)(?!`)(?:.{0,999}?[^`])\1(?!`)/g;
/** Hugo's `{{< name key="value" >}}` and `{{% /name %}}`. */
const SHORTCODE = /\{\{[<%][ \t]*(?:\/[ \t]*)?[\w.][^\n]{0,300}?[>%]\}\}/g;
/** `[words]({{ site.address }}/page)`, of Jekyll. Its address is unknown here. */
const TEMPLATE_ADDRESS = /\]\(\{\{[^{}\n]{1,200}\}\}[^()\s]{0,200}\)/g;
/** Liquid's and Jinja's `{% tag %}`, of Jekyll and Eleventy. */
const TAG = /\{%[^%\n]{0,300}%\}/g;
/** Obsidian's `![[Page]]`. */
const WIKI_EMBED = /!\[\[(?![\s-])[^[\]\n]{0,400}\]\](?!\()/g;
/**
 * Obsidian's `[[Page#Heading|words]]`, shown as its words, or as written where it has none. “[[ -f x ]]” is unmarked
 * code.
 */
const WIKI_LINK = /\[\[(?![\s-])(?:[^[\]|\n]{0,400}\|)?([^[\]|\n]{1,200})\]\](?!\()/g;
/** Kramdown's `{: .class #id}` and `{:toc}`. */
const KRAMDOWN = /\{:[^{}\n]{0,200}\}/g;
/** `{#id}`, `{ .class key=value }`, of Docusaurus, MkDocs and Pandoc. */
const ATTRIBUTES = /\{[ \t]*[#.][\w-]{1,100}(?:[ \t][^{}\n]{0,200})?\}/g;
const IS_ATTRIBUTES = new RegExp(`^${ATTRIBUTES.source}$`);
/** The last characters of what attributes may follow: a link, a picture, code or emphasis. */
const BEFORE_ATTRIBUTES = new Set(')]*_`');
/** Hugging Face's `## Heading [[anchor]]`. */
const IS_ANCHOR = /^\[\[[a-z\d_-]{1,200}\]\]$/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(?=[^\s{[])/;

const TITLE =
  /(?:^|\s)(?:title|header|label|heading|summary|question)=(?:"([^"\n]*)"|'([^'\n]*)'|\{["'`]([^"'`\n]*)["'`]\})/;

/**
 * Removes marks of site generators that readers of the page do not see: shortcodes and template tags, whose titles
 * stay, attributes and anchors. Wiki links become their words. Inline code stays unchanged.
 */
export function removeInlineDialects(line: string): string {
  if (line.length > MAX_CHARS || !MARKED.test(line)) return line;
  const text = removeAttributesAtEnd(line);
  let result = '';
  let from = 0;
  for (const { 0: code, index } of text.matchAll(CODE_SPAN)) {
    result += removeMarks(text.slice(from, index)) + code;
    from = index + code.length;
  }
  result += removeMarks(text.slice(from));
  return result.replace(ATTRIBUTES, (attributes, at: number) =>
    BEFORE_ATTRIBUTES.has(result[at - 1] ?? '') ? '' : attributes,
  );
}

/** Removes the anchor of a heading, and the whole of a line that holds only attributes. */
function removeAttributesAtEnd(line: string): string {
  if (!HEADING.test(line)) return IS_ATTRIBUTES.test(line.trim()) ? '' : line;
  const heading = cutAtEnd(line.trimEnd(), '{', IS_ATTRIBUTES);
  return cutAtEnd(heading, '[[', IS_ANCHOR);
}

function cutAtEnd(text: string, opening: string, isMark: RegExp): string {
  const at = text.lastIndexOf(opening);
  return at > 0 && isMark.test(text.slice(at)) ? text.slice(0, at).trimEnd() : text;
}

/** Reads the title that a component, shortcode or tab shows above its text; empty where its attributes have none. */
export function readTitleAttribute(attributes: string): string {
  const [, double, single, expression] = TITLE.exec(attributes) ?? [];
  return (double ?? single ?? expression ?? '').trim();
}

function removeMarks(text: string): string {
  return text
    .replace(SHORTCODE, (shortcode, at: number, whole: string) => {
      const title = readTitleAttribute(shortcode);
      return title === '' ? '' : `${title}${/^[ \t]*$/.test(whole.slice(0, at)) ? '<br>' : ' '}`;
    })
    .replace(TAG, '')
    .replace(TEMPLATE_ADDRESS, '](#)')
    .replace(KRAMDOWN, '')
    .replace(WIKI_EMBED, '')
    .replace(WIKI_LINK, '$1');
}
