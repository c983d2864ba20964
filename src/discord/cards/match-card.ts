import type { APIContainerComponent } from 'discord.js';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildCard } from './card.ts';
import { COLOURS } from './colours.ts';
import { buildPassageParts } from './passage-card.ts';

/** What the card of a match shows besides its passage. */
interface MatchExtras {
  readonly moreButton: string | null;
  readonly outdatedFrom: string | null;
  /** Our own lines above the passage. */
  readonly above: readonly string[];
  /** Whether a person chose the passage as the answer. */
  readonly isAnswer: boolean;
}

/**
 * Builds the card of a match that a member picked: the passage with its source, without saying how well it answers. Its colour is that of an
 * unsure answer, unless a person chose the passage as the answer.
 */
export function buildMatchCard(
  { fact, passage }: Pick<ShownFact, 'fact' | 'passage'>,
  texts: Texts,
  { moreButton = null, outdatedFrom = null, above = [], isAnswer = false }: Partial<MatchExtras> = {},
): APIContainerComponent {
  const shown = { texts, asked: null, moreButton, outdatedFrom, above };
  return buildCard(isAnswer ? COLOURS.answered : COLOURS.unsure, buildPassageParts({ fact, passage }, shown));
}
