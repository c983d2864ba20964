import type { APIEmbed, APIEmbedImage } from 'discord.js';
import type { Passage } from '../../answering/passage/passage.ts';
import type { Picture } from '../../knowledge/article/article.ts';
import { outdatedInWords } from '../../wording/dates.ts';
import { quotedInWords } from '../../wording/language-names.ts';
import { buildMarkdownLink } from '../kit/markdown/link-markdown.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { toWebLink } from '../kit/markdown/web-link.ts';
import { formatPassage, type PassageOptions } from './passage-markdown.ts';

/** With what stands above and below it, a passage stays within the 4,096 characters of a description. */
const MAX_PASSAGE_CHARS = 3000;
const MAX_ALTERNATIVE_CHARS = 150;

/** What stands around a passage on a card. */
export interface PassageFrame extends Omit<PassageOptions, 'maxChars'> {
  /** The day that its article is from where that is too long ago; null where it is not. */
  readonly outdatedFrom: string | null;
  /** Lines of ours above and below it. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

/** The parts of a card that show a passage: its text, with the language where that is another one, and its first picture. */
export function buildPassageParts(
  passage: Passage,
  { outdatedFrom, above = [], below = [], ...shown }: PassageFrame,
): Pick<APIEmbed, 'description' | 'image'> {
  const { article, picture } = passage;
  const image = picture && imageOf(picture);
  const closing = [
    ...(picture === null ? [] : [alternativeOf(picture, image !== null)]),
    quotedInWords(article.language, shown.texts) ?? '',
    outdatedInWords(outdatedFrom, shown.texts),
    ...below,
  ].filter((line) => line !== '');
  const text = formatPassage(passage, { ...shown, maxChars: MAX_PASSAGE_CHARS });
  // Without a line between, ours and the article's would run into each other.
  const parts = [above.join('\n'), text, closing.join('\n')].filter((part) => part !== '');
  return { description: parts.join('\n\n'), ...(image === null ? {} : { image }) };
}

/** Null for what Discord does not load. */
function imageOf({ address }: Picture): APIEmbedImage | null {
  const url = toWebLink(address);
  return url?.startsWith('https:') ? { url } : null;
}

/** What the picture shows, for whoever does not see it; with its address where Discord does not show it. */
function alternativeOf({ address, alternative }: Picture, isShown: boolean): string {
  const words = escapeWithin(alternative, MAX_ALTERNATIVE_CHARS).trim();
  if (isShown) return words === '' ? '' : `-# ${words}`;
  return `-# ${buildMarkdownLink(words === '' ? address : alternative.slice(0, MAX_ALTERNATIVE_CHARS), address)}`;
}
