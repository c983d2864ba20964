import type { Link, Picture } from '../article/article.ts';
import type { InlineText } from '../paragraphs/paragraphs.ts';

/**
 * Noncharacters, which no text may contain (Unicode 23.7). {@link removeMarks} removes them from texts that contain
 * them nevertheless.
 */
const LINK = '\ufdd0';
const LINK_END = '\ufdd1';
const PICTURE = '\ufdd2';
/** A mark with the number of its link or picture in two characters. */
const MARK = /[\ufdd1\ufdd3]|[\ufdd0\ufdd2](?:[\ue000-\uefff]{2})?/g;
const ANY_MARK = /[\ufdd0-\ufdd3]/;
const BLANKS_BEHIND_FIRST_MARKS = /(^|\n)((?:\ufdd1|[\ufdd0\ufdd2][\ue000-\uefff]{2})+)[^\S\n]+/g;
const BLANKS_BEFORE_PICTURE = /(?<![ \t])[ \t]+(\ufdd2[\ue000-\uefff]{2})(?=\s|$)/g;
const SECOND_BLANKS_BEHIND_LINK_MARK = /(?<=[^\S\n])((?:\ufdd0[\ue000-\uefff]{2})+)[^\S\n]+/g;
const BLANKS_BEHIND_LINK_MARK = /((?:\ufdd0[\ue000-\uefff]{2})+)(\s+)/g;
const SECOND_BLANKS_BEFORE_LINK_END = /(?<!\s)[^\S\n]+(\ufdd1+)(?=[^\S\n])/g;
const BLANKS_BEFORE_LINK_END = /(?<!\s)(\s+)(\ufdd1+)/g;
const DIGIT_FROM = 0xe000;
const DIGITS = 0x1000;
/** The longest link that Discord accepts in an embed. */
const MAX_ADDRESS_CHARS = 2048;

/**
 * Placeholders for links and pictures in text that is still being joined, trimmed and cut. The marks move with the
 * text, and are read when the text is complete.
 */
export class InlineMarks {
  readonly #links: string[] = [];
  readonly #pictures: Picture[] = [];

  /** Returns the mark before the words of a link; empty where the address is unusable. */
  addLink(address: string): string {
    if (address === '' || address.length > MAX_ADDRESS_CHARS) return '';
    return LINK + encodeNumber(this.#links.push(address) - 1);
  }

  readonly linkEnd = LINK_END;

  addPicture(picture: Picture): string {
    if (picture.address === '' || picture.address.length > MAX_ADDRESS_CHARS) return '';
    return PICTURE + encodeNumber(this.#pictures.push(picture) - 1);
  }

  /**
   * Returns the tidied text without its marks, with its links and pictures. Spaces at the ends of a link are not part
   * of it.
   */
  read(marked: string, tidy: (text: string) => string): InlineText {
    const links: Link[] = [];
    const pictures: Picture[] = [];
    let text = '';
    let from = 0;
    let open: { readonly start: number; readonly address: string } | null = null;
    const closeLink = (): void => {
      if (open !== null && text.slice(open.start).trim() !== '') links.push({ ...open, end: text.length });
      open = null;
    };
    const tidied = tidy(settleMarks(marked));
    for (const { index, 0: mark } of tidied.matchAll(MARK)) {
      text += tidied.slice(from, index);
      from = index + mark.length;
      if (mark.startsWith(PICTURE)) pictures.push(...this.#pictures.slice(...decodeRange(mark)));
      else closeLink();
      const [address] = mark.startsWith(LINK) ? this.#links.slice(...decodeRange(mark)) : [];
      if (address !== undefined) open = { start: text.length, address };
    }
    text += tidied.slice(from);
    closeLink();
    return { text, links, pictures };
  }
}

/** Removes characters that would be taken for marks. */
export function removeMarks(text: string): string {
  return ANY_MARK.test(text) ? text.replace(MARK, '') : text;
}

/**
 * Moves spaces out of links: before the opening mark and after the closing one. Where both sides of a mark have
 * spaces, one side keeps them.
 */
function settleMarks(marked: string): string {
  if (!ANY_MARK.test(marked)) return marked;
  return marked
    .replace(BLANKS_BEHIND_FIRST_MARKS, '$1$2')
    .replace(BLANKS_BEFORE_PICTURE, '$1')
    .replace(SECOND_BLANKS_BEHIND_LINK_MARK, '$1')
    .replace(BLANKS_BEHIND_LINK_MARK, '$2$1')
    .replace(SECOND_BLANKS_BEFORE_LINK_END, '$1')
    .replace(BLANKS_BEFORE_LINK_END, '$2$1');
}

function encodeNumber(number: number): string {
  return String.fromCharCode(
    DIGIT_FROM + (Math.floor(number / DIGITS) % DIGITS),
    DIGIT_FROM + (number % DIGITS),
  );
}

/** Returns the range of a mark's own entry in its list. */
function decodeRange(mark: string): [from: number, to: number] {
  const number = (mark.charCodeAt(1) - DIGIT_FROM) * DIGITS + mark.charCodeAt(2) - DIGIT_FROM;
  return Number.isNaN(number) ? [0, 0] : [number, number + 1];
}
