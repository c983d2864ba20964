import type { APIEmbed } from 'discord.js';
import type { ShownFact } from '../../serving/asking/found-passages.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import type { UnderAnswer } from './answer-card.ts';
import { COLOURS } from './colours.ts';
import { passageParts } from './passage-card.ts';
import { placeField, sourceParts } from './source-parts.ts';

/** What is known of a match's place beside its passage. */
interface AroundMatch extends UnderAnswer {
  /** Lines of ours above it. */
  readonly above: readonly string[];
}

/** A match that somebody picked: the passage with its source; how well it answers is for the reader to say. */
export function matchCard(
  { fact, passage, refreshedAt }: ShownFact,
  texts: Texts,
  { moreButton = null, outdatedFrom = null, above = [] }: Partial<AroundMatch> = {},
): APIEmbed {
  return {
    color: COLOURS.unsure,
    ...sourceParts(passage.article, refreshedAt, texts),
    ...passageParts(passage, { texts, asked: null, moreButton, outdatedFrom, above }),
    fields: [placeField(fact, texts)],
  };
}
