import type { APIEmbed, APIEmbedImage } from 'discord.js';
import type { Passage } from '../../answering/passage/passage.ts';
import type { Picture } from '../../knowledge/article/article.ts';
import { describeOutdated } from '../../wording/dates.ts';
import { describeQuoteLanguage } from '../../wording/language-names.ts';
import { buildMarkdownLink } from '../kit/markdown/link-markdown.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { toWebLink } from '../kit/markdown/web-link.ts';
import { formatPassage, type PassageOptions } from './passage-markdown.ts';

/** Together with the lines above and below it, a passage of this length stays within the 4,096 characters of a description. */
const MAX_PASSAGE_CHARS = 3000;
const MAX_ALTERNATIVE_CHARS = 150;

/** How a card shows a passage, and what stands around it. */
export interface PassageFrame extends Omit<PassageOptions, 'maxChars'> {
  /** The date of the article when the article is outdated; null otherwise. */
  readonly outdatedFrom: string | null;
  /** Our own lines above and below the passage. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
}

/** Builds the parts of a card that show a passage: its text, its language if it differs from the reader's, and its first picture. */
export function buildPassageParts(
  passage: Passage,
  { outdatedFrom, above = [], below = [], ...shown }: PassageFrame,
): Pick<APIEmbed, 'description' | 'image'> {
  const { article, picture } = passage;
  const image = picture && toImage(picture);
  const closing = [
    ...(picture === null ? [] : [describePicture(picture, image !== null)]),
    describeQuoteLanguage(article.language, shown.texts) ?? '',
    describeOutdated(outdatedFrom, shown.texts),
    ...below,
  ].filter((line) => line !== '');
  const text = formatPassage(passage, { ...shown, maxChars: MAX_PASSAGE_CHARS });
  // Without an empty line between them, our lines and the article's would run together.
  const parts = [above.join('\n'), text, closing.join('\n')].filter((part) => part !== '');
  return { description: parts.join('\n\n'), ...(image === null ? {} : { image }) };
}

/** Returns null for pictures that Discord does not load. */
function toImage({ address }: Picture): APIEmbedImage | null {
  const url = toWebLink(address);
  return url?.startsWith('https:') ? { url } : null;
}

/** Describes a picture for readers who do not see it; with its address when Discord does not show it. */
function describePicture({ address, alternative }: Picture, isShown: boolean): string {
  const words = escapeWithin(alternative, MAX_ALTERNATIVE_CHARS).trim();
  if (isShown) return words === '' ? '' : `-# ${words}`;
  return `-# ${buildMarkdownLink(words === '' ? address : alternative.slice(0, MAX_ALTERNATIVE_CHARS), address)}`;
}
