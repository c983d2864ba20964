import type { APIEmbed } from 'discord.js';
import type { ArticleInfo, Fact } from '../../knowledge/article/article.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { describeLocation } from '../../wording/answer-words.ts';
import { describeDates } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { EMBED_LIMITS } from '../kit/limits.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { toWebLink } from '../kit/markdown/web-link.ts';

/** Even with the longest passage, all parts of a card stay within the 6,000 characters that they share. */
const MAX_LOCATION_CHARS = 600;
const MAX_FOOTER_CHARS = 300;

/** Builds the parts of a card that name the source of a passage: title, link, dates, and when the articles were read. */
export function buildSourceParts(
  article: ArticleInfo,
  refreshedAt: Date,
  texts: Texts,
): Pick<APIEmbed, 'title' | 'url' | 'footer' | 'timestamp'> {
  return {
    ...buildTitle(article),
    footer: { text: buildFooter(article, texts) },
    timestamp: refreshedAt.toISOString(),
  };
}

/** Builds the field with the location of a fact. Long headings are cut, the sentence number never. */
export function buildLocationField(
  fact: Fact,
  texts: Texts,
): { readonly name: string; readonly value: string } {
  const { within, sentence } = describeLocation(fact, texts);
  const end = ` › ${sentence}`;
  return { name: texts.answer.where, value: escapeWithin(within, MAX_LOCATION_CHARS - end.length) + end };
}

/** Uses the path when the title has no visible character, and leaves out an address that Discord would refuse. */
function buildTitle({ title, path, url }: ArticleInfo): Pick<APIEmbed, 'title' | 'url'> {
  const shown = escapeWithin(title, EMBED_LIMITS.title) || escapeWithin(path, EMBED_LIMITS.title);
  const link = url === null ? null : toWebLink(url);
  return link === null ? { title: shown } : { title: shown, url: link };
}

function buildFooter(article: ArticleInfo, texts: Texts): string {
  const parts = [article.publisher ?? '', describeDates(article, texts), texts.answer.lastRead];
  return shorten(toPrintable(parts.filter((part) => part !== '').join(' · ')), MAX_FOOTER_CHARS);
}
