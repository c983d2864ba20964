import type { APIEmbed } from 'discord.js';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import type { AnswerExtras } from './answer-card.ts';
import { COLOURS } from './colours.ts';
import { buildPassageParts } from './passage-card.ts';
import { buildLocationField, buildSourceParts } from './source-parts.ts';

/** What the card of a match shows besides its passage. */
interface MatchExtras extends AnswerExtras {
  /** Our own lines above the passage. */
  readonly above: readonly string[];
  /** Whether a person chose the passage as the answer, as moderators do when they teach it. */
  readonly isAnswer: boolean;
}

/**
 * Builds the card of a match that a member picked: the passage with its source, without saying how well it answers. Its colour is that of an
 * unsure answer, unless a person chose the passage as the answer.
 */
export function buildMatchCard(
  { fact, passage, refreshedAt }: ShownFact,
  texts: Texts,
  { moreButton = null, outdatedFrom = null, above = [], isAnswer = false }: Partial<MatchExtras> = {},
): APIEmbed {
  return {
    color: isAnswer ? COLOURS.answered : COLOURS.unsure,
    ...buildSourceParts(passage.article, refreshedAt, texts),
    ...buildPassageParts(passage, { texts, asked: null, moreButton, outdatedFrom, above }),
    fields: [buildLocationField(fact, texts)],
  };
}
