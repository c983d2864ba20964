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
}

/** Builds the card of a match that a member picked: the passage with its source, without saying how well it answers. */
export function buildMatchCard(
  { fact, passage, refreshedAt }: ShownFact,
  texts: Texts,
  { moreButton = null, outdatedFrom = null, above = [] }: Partial<MatchExtras> = {},
): APIEmbed {
  return {
    color: COLOURS.unsure,
    ...buildSourceParts(passage.article, refreshedAt, texts),
    ...buildPassageParts(passage, { texts, asked: null, moreButton, outdatedFrom, above }),
    fields: [buildLocationField(fact, texts)],
  };
}
