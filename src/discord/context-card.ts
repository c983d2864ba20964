import type { APIEmbed } from 'discord.js';
import type { Surroundings } from '../serving/surroundings.ts';
import type { Texts } from '../wording/texts.ts';
import { COLOURS } from './colours.ts';
import { escapeMarkdown, escapeWithin } from './markdown.ts';
import { placeField, sourceParts } from './source-parts.ts';

/** The quote whole, as much around it as fits beside. */
const MAX_QUOTE_CHARS = 2000;
const MAX_BESIDE_CHARS = 600;
const MAX_PARAGRAPH_CHARS = 300;

/** What stands around a quote, the quote in bold. What is cut is cut away from the quote, and marked. */
export function contextCard(around: Surroundings, texts: Texts): APIEmbed {
  const { article, fact, before, after, refreshedAt } = around;
  const quoted = `**${escapeWithin(fact.text, MAX_QUOTE_CHARS)}**`;
  const own = [escapeEnd(before, MAX_BESIDE_CHARS), quoted, escapeWithin(after.trim(), MAX_BESIDE_CHARS)];
  const paragraphs = [
    around.paragraphBefore === null ? '' : escapeEnd(around.paragraphBefore, MAX_PARAGRAPH_CHARS),
    own.filter((part) => part !== '').join(' '),
    around.paragraphAfter === null ? '' : escapeWithin(around.paragraphAfter, MAX_PARAGRAPH_CHARS),
  ];
  return {
    color: COLOURS.done,
    author: { name: texts.answer.contextTitle },
    ...sourceParts(article, refreshedAt, texts),
    description: paragraphs.filter((text) => text !== '').join('\n\n'),
    fields: [placeField(fact, texts)],
  };
}

/** The end of `text` that takes at most `maxChars` once escaped, from the start of a word. */
function escapeEnd(text: string, maxChars: number): string {
  const words = text.trim().split(/\s+/);
  const kept: string[] = [];
  let chars = 2;
  for (const word of words.toReversed()) {
    chars += escapeMarkdown(word).length + 1;
    if (chars > maxChars) break;
    kept.unshift(word);
  }
  const shown = escapeMarkdown(kept.join(' '));
  return kept.length === words.length ? shown : `… ${shown}`.trimEnd();
}
