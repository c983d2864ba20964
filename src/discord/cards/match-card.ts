import type { APIEmbed } from 'discord.js';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import type { AnswerExtras } from './answer-card.ts';
import { COLOURS } from './colours.ts';
import { buildPassageParts } from './passage-card.ts';
import { buildLocationField, buildSourceParts } from './source-parts.ts';

/** What is known of a match's place beside its passage. */
interface MatchExtras extends AnswerExtras {
  /** Lines of ours above it. */
  readonly above: readonly string[];
}

/** A match that somebody picked: the passage with its source; how well it answers is for the reader to say. */
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
