import type { APIEmbed } from 'discord.js';
import type { ShownFact } from '../serving/found-passages.ts';
import type { Texts } from '../wording/texts.ts';
import type { UnderAnswer } from './answer-card.ts';
import { COLOURS } from './colours.ts';
import { passageParts } from './passage-card.ts';
import { placeField, sourceParts } from './source-parts.ts';

/** A match that somebody picked: the passage with its source; how well it answers is for the reader to say. */
export function matchCard(
  { fact, passage, refreshedAt }: ShownFact,
  texts: Texts,
  { moreButton = null, outdatedFrom = null }: Partial<UnderAnswer> = {},
): APIEmbed {
  return {
    color: COLOURS.unsure,
    ...sourceParts(passage.article, refreshedAt, texts),
    ...passageParts(passage, { texts, asked: null, moreButton, outdatedFrom }),
    fields: [placeField(fact, texts)],
  };
}
