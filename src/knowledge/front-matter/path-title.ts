/** Files that are called for what they are in their folder, not for what they tell. */
const INDEX = /^_?(?:index|readme|home|default)$/i;

/**
 * What an article is called that has no title of its own: the name of its file in words, or that of its folder where it is the folder's
 * first page. `what-to-bring.md` gives “What to bring”, `faq/_index.md` gives “Faq”.
 */
export function deriveTitle(path: string): string {
  const [name = '', ...folders] = path.split('/').toReversed();
  const stem = name.replace(/(?<=.)\.[^.]*$/, '');
  const folder = folders.find((each) => each !== '.');
  const words = (INDEX.test(stem) && folder !== undefined ? folder : stem)
    // Jekyll's date before the name of a post, and a number for the order.
    .replace(/^(?:\d{4}-\d\d-\d\d|\d{1,4})[-_. ]+(?=\p{L})/u, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  const title = words === '' ? stem.trim() || path : words;
  return `${title.slice(0, 1).toUpperCase()}${title.slice(1)}`.slice(0, MAX_CHARS);
}

/** As long as a title may be. */
const MAX_CHARS = 300;
