import { TimestampStyles, time } from 'discord.js';
import type { ArticleInfo, Fact } from '../../knowledge/article/article.ts';
import { shorten } from '../../text/layout/printable.ts';
import { describeLocation, listSectionNames } from '../../wording/answer-words.ts';
import { describeQuoteLanguage } from '../../wording/article-words.ts';
import { describeDates, formatDay } from '../../wording/dates.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { buildMarkdownLink } from '../kit/markdown/links.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';

/** With a longer line, the passage would not have the room that its card promises. */
export const MAX_SOURCE_CHARS = 600;
const MAX_NAME_CHARS = 120;
/** More words make a link that fails where the page words the rest differently. */
const FRAGMENT_WORDS = 6;

/**
 * Builds the small grey line below a passage: article and section, linked where the article has an address, its date with a warning where it is
 * outdated, and the language of the passage if it is not the reader's.
 */
export function buildSourceLine(
  fact: Fact,
  article: ArticleInfo,
  texts: Texts,
  outdatedFrom: string | null = null,
): string {
  const date = article.published ?? article.captured;
  // The names of most months take a second line of a phone.
  const formatShort = (day: string) => formatDay(day, texts.tag, 'medium');
  const details = [
    outdatedFrom === null ? '' : `⏳ ${texts.answer.mayBeOutdated({ day: formatShort(outdatedFrom) })}`,
    outdatedFrom !== null || date === null ? '' : formatShort(date),
    describeQuoteLanguage(article.language, texts) ?? '',
  ].filter((part) => part !== '');
  const room = MAX_SOURCE_CHARS - details.join(' · ').length - '-#  · '.length;
  return `-# ${[buildSourceName(fact, article, room), ...details].join(' · ')}`;
}

/** Names the article and the innermost section; the headings between them say little and take a line of a phone. */
function buildSourceName(fact: Fact, article: ArticleInfo, maxChars: number): string {
  const names = listSectionNames({ fact, article });
  const shown = names.length > 1 ? [names[0] ?? '', names.at(-1) ?? ''] : names;
  const name = shown.map((each) => shorten(each, MAX_NAME_CHARS)).join(' › ');
  const { url } = article;
  const links =
    url === null
      ? []
      : [
          // A name that looks like an address is followed by the real one, which should then be short.
          ...[buildMarkdownLink(name, addTextFragment(url, fact.text))].filter((link) =>
            link.startsWith('['),
          ),
          buildMarkdownLink(name, url),
        ];
  // Without an address in angle brackets there is nothing to press: Discord would refuse it.
  const usable = links.find((link) => link.includes('(<') && link.length <= maxChars);
  return usable ?? escapeWithin(name, maxChars);
}

/** Room for the exact place and for the publisher with the dates, each a line. */
const MAX_LOCATION_CHARS = 400;

/** Builds the small lines with the exact place of a fact, who published its article and when, and when the articles were read. */
export function buildLocationLines(
  {
    fact,
    article,
    refreshedAt,
  }: { readonly fact: Fact; readonly article: ArticleInfo; readonly refreshedAt: Date },
  texts: Texts,
): readonly string[] {
  const { within, sentence } = describeLocation(fact, texts);
  const end = ` › ${sentence}`;
  const told = [article.publisher ?? '', describeDates(article, texts)]
    .filter((part) => part !== '')
    .join(' · ');
  const read = `${texts.answer.lastRead} ${time(refreshedAt, TimestampStyles.RelativeTime)}`;
  return [
    `-# ${escapeWithin(within, MAX_LOCATION_CHARS - end.length)}${end}`,
    `-# ${[escapeWithin(told, MAX_LOCATION_CHARS), read].filter((part) => part !== '').join(' · ')}`,
  ];
}

/**
 * Adds the first words of the fact to an address, so that a browser scrolls to them and highlights them. Browsers that do not know text
 * fragments, and pages that word it differently, open at the top or at the anchor as before.
 *
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
export function addTextFragment(address: string, text: string): string {
  if (!URL.canParse(address)) return address;
  const words = (/^[^\n]*/.exec(text)?.[0] ?? '').trim().split(/\s+/).slice(0, FRAGMENT_WORDS).join(' ');
  if (words === '' || address.includes(':~:')) return address;
  // A hyphen, a comma and an ampersand have a meaning in the directive itself.
  const encoded = encodeURIComponent(words.replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${encoded}`;
}
