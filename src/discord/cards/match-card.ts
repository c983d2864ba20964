import type { APIContainerComponent } from 'discord.js';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { type FindChannel, findNoChannel } from '../kit/markdown/channel-links.ts';
import { buildCard } from './card.ts';
import { COLOURS } from './colours.ts';
import { buildPassageParts } from './passage-card.ts';

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
