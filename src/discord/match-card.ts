import type { APIEmbed } from 'discord.js';
import type { Match } from '../search/candidate.ts';
import { quotedInWords } from '../wording/language-names.ts';
import type { Texts } from '../wording/texts.ts';
import { COLOURS } from './colours.ts';
import { escapeWithin } from './markdown.ts';
import { placeField, sourceParts } from './source-parts.ts';

const MAX_QUOTE_CHARS = 3500;

/** A match that somebody picked: the quote with its source; how well it answers is for the reader to say. */
export function matchCard(
  { fact, article, refreshedAt }: Pick<Match, 'fact' | 'article'> & { readonly refreshedAt: Date },
  texts: Texts,
): APIEmbed {
  const quotedIn = quotedInWords(article.language, texts);
  return {
    color: COLOURS.unsure,
    ...sourceParts(article, refreshedAt, texts),
    description: `> ${escapeWithin(fact.text, MAX_QUOTE_CHARS)}${quotedIn === null ? '' : `\n\n${quotedIn}`}`,
    fields: [placeField(fact, texts)],
  };
}
