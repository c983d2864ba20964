import type { APIComponentInContainer, APIContainerComponent } from 'discord.js';
import type { Passage } from '../../answering/passage/passage.ts';
import type { Fact, Picture } from '../../knowledge/article/article.ts';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import { shorten } from '../../text/layout/printable.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { CONTENT_MAX_CHARS } from '../kit/limits.ts';
import { type FindChannel, findNoChannel, linkChannels } from '../kit/markdown/channel-links.ts';
import { buildMarkdownLink, toWebLink } from '../kit/markdown/links.ts';
import { buildCard, buildPicture, buildText, COLOURS } from './card.ts';
import { formatPassage, type PassageOptions } from './passage-markdown.ts';
import { buildSourceLine } from './source-line.ts';

/** What the card of a match shows besides its passage. */
interface MatchExtras {
  readonly moreButton: string | null;
  readonly outdatedFrom: string | null;
  /** Our own lines above the passage. */
  readonly above: readonly string[];
  /** Whether the passage is the answer, and not only a match. */
  readonly isAnswer: boolean;
  /** Finds the channel that a `#name` in the passage links to; none by default. */
  readonly findChannel: FindChannel;
}

/**
 * Builds the card of a match that a member picked: the passage with its source, without saying how well it answers. Its colour is that of an
 * unsure answer, unless the passage is the answer.
 */
export function buildMatchCard(
  { fact, passage }: Pick<ShownFact, 'fact' | 'passage'>,
  texts: Texts,
  {
    moreButton = null,
    outdatedFrom = null,
    above = [],
    isAnswer = false,
    findChannel = findNoChannel,
  }: Partial<MatchExtras> = {},
): APIContainerComponent {
  const shown = { texts, asked: null, moreButton, outdatedFrom, above, findChannel };
  return buildCard(isAnswer ? COLOURS.answered : COLOURS.unsure, buildPassageParts({ fact, passage }, shown));
}

/** Together with the lines above and below it, a passage of this length stays within the 4,000 characters of a message. */
const MAX_PASSAGE_CHARS = 2600;
const MAX_ALTERNATIVE_CHARS = 150;

/** How a passage is shown, and what stands around it. */
export interface PassageFrame extends Omit<PassageOptions, 'maxChars' | 'isQuoted'> {
  /** The date of the article when the article is outdated; null otherwise. */
  readonly outdatedFrom: string | null;
  /** Our own lines above the passage. */
  readonly above?: readonly string[];
  /** Finds the channel that a `#name` in the passage links to; none by default. */
  readonly findChannel?: FindChannel;
  /** The most characters of the passage; 2,600 by default. */
  readonly maxChars?: number;
}

/** A passage with the fact that it shows. */
export interface PassageOfFact {
  readonly passage: Passage;
  readonly fact: Fact;
}

/** Builds the parts of a card that show a passage: our lines, the passage itself, its picture, and its source. */
export function buildPassageParts(
  { passage, fact }: PassageOfFact,
  {
    outdatedFrom,
    above = [],
    findChannel = findNoChannel,
    maxChars = MAX_PASSAGE_CHARS,
    ...shown
  }: PassageFrame,
): readonly APIComponentInContainer[] {
  const { article, picture } = passage;
  const url = picture && toPictureUrl(picture);
  return [
    ...buildText(above),
    ...buildText([
      linkChannels(formatPassage(passage, { ...shown, maxChars, isQuoted: false }), findChannel, maxChars),
    ]),
    ...(picture === null || url === null
      ? []
      : [buildPicture(url, shorten(picture.alternative, MAX_ALTERNATIVE_CHARS))]),
    ...buildText([
      ...(picture === null || url !== null ? [] : [linkPicture(picture)]),
      buildSourceLine(fact, article, shown.texts, outdatedFrom),
    ]),
  ];
}

/** Builds the text of a plain message that shows a passage, of at most 2,000 characters; `above` may have 600 of them. Channels are not linked. */
export function buildPassageText(
  { passage, fact }: PassageOfFact,
  { outdatedFrom, above = [], ...shown }: Omit<PassageFrame, 'maxChars' | 'findChannel'>,
): string {
  const { article, picture } = passage;
  const below = [
    ...(picture === null ? [] : [linkPicture(picture)]),
    buildSourceLine(fact, article, shown.texts, outdatedFrom),
  ];
  const maxChars = CONTENT_MAX_CHARS - [...above, ...below].join('\n').length - 2;
  return [...above, formatPassage(passage, { ...shown, maxChars, isQuoted: true }), ...below].join('\n');
}

/** Returns null for pictures that Discord does not load. */
function toPictureUrl({ address }: Picture): string | null {
  const url = toWebLink(address);
  return url?.startsWith('https:') === true ? url : null;
}

/** Links a picture that Discord does not show. */
function linkPicture({ address, alternative }: Picture): string {
  const words = shorten(alternative, MAX_ALTERNATIVE_CHARS).trim();
  return `-# ${buildMarkdownLink(words === '' ? address : words, address)}`;
}
