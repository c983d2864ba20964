import type { APIEmbed } from 'discord.js';
import type { Article } from '../knowledge/article.ts';
import type { AskReply } from '../requests/ask.ts';
import { datesInWords } from '../requests/dates.ts';
import { confidenceInWords, explainReason, placeInWords } from '../requests/wording.ts';
import type { Match } from '../search/candidate.ts';
import { printable } from '../text/printable.ts';
import { shorten } from '../text/shorten.ts';
import { COLOURS } from './colours.ts';
import { EMBED_LIMITS } from './limits.ts';
import { escapeMarkdown, escapeWithin, touchesAddress } from './markdown.ts';

/** Longer questions would push the answer off a phone's screen. */
const MAX_QUESTION_CHARS = 200;
/** A quote keeps room for its introduction; facts are shorter than this even when every sign is escaped. */
const MAX_QUOTE_CHARS = 3500;
/** With the quote, all parts of a card stay within the 6,000 characters that they share. */
const MAX_PLACE_CHARS = 600;
const MAX_FOOTER_CHARS = 300;

/** The card for an answer: the quote with its source, the closest passage, or “I don’t know” without any source. */
export function answerCard(reply: AskReply): APIEmbed {
  const best = reply.matches[0];
  if (reply.outcome === 'unknown' || best === undefined) return unknownCard(reply);
  return {
    ...questionLine(reply),
    color: COLOURS[reply.outcome],
    ...titleLine(best.article),
    description: `${introduction(reply)}> ${quote(reply, best)}`,
    fields: [
      { name: 'Where', value: place(best) },
      { name: 'Confidence', value: `${confidenceInWords(reply)}: ${reasonWithin(reply, MAX_PLACE_CHARS)}` },
    ],
    footer: { text: footer(best) },
    timestamp: reply.refreshedAt.toISOString(),
  };
}

function unknownCard(reply: AskReply): APIEmbed {
  if (reply.reason.kind === 'small-talk' || reply.reason.kind === 'no-question') {
    const opening = reply.reason.kind === 'small-talk' ? 'Hello!' : 'There is no question in it.';
    return {
      color: COLOURS.unknown,
      description: `${opening} Ask me something about the articles; \`/sources\` lists them.`,
    };
  }
  const hints =
    reply.suggestions.length === 0
      ? ['Try the words that the articles use, or look through them with `/sources`.']
      : ['You can ask:', ...reply.suggestions.map((text) => `- ${escapeWithin(text, MAX_QUESTION_CHARS)}`)];
  return {
    ...questionLine(reply),
    color: COLOURS.unknown,
    title: 'I don’t know',
    description: [
      `${readAsLine(reply)}${capitalised(reasonWithin(reply, MAX_PLACE_CHARS))}.`,
      '',
      ...hints,
    ].join('\n'),
  };
}

/** A title without a sign that shows gives way to the path; an address that Discord would refuse is left out. */
function titleLine({ title, path, url }: Article): Pick<APIEmbed, 'title' | 'url'> {
  const shown = escapeWithin(title, EMBED_LIMITS.title) || escapeWithin(path, EMBED_LIMITS.title);
  return url === null || url.length > EMBED_LIMITS.url ? { title: shown } : { title: shown, url };
}

/** Discord shows who asked, but not what: the card says it. Plain text there is not formatted. */
function questionLine({ question }: AskReply): Pick<APIEmbed, 'author'> {
  const shown = printable(shorten(question, MAX_QUESTION_CHARS)).trim();
  return shown === '' ? {} : { author: { name: shown } };
}

function introduction(reply: AskReply): string {
  const closest = reply.outcome === 'unsure' ? 'I am not sure. This is the closest passage I have:\n' : '';
  return readAsLine(reply) + closest;
}

function readAsLine({ readAs }: AskReply): string {
  return readAs === null ? '' : `I read it as: ${escapeWithin(readAs, MAX_QUESTION_CHARS)}\n`;
}

function quote({ outcome, shortAnswer }: AskReply, { fact }: Match): string {
  const plain = escapeWithin(fact.text, MAX_QUOTE_CHARS);
  if (outcome !== 'answered' || shortAnswer === null || touchesAddress(fact.text, shortAnswer)) return plain;
  const { start, end } = shortAnswer;
  const pieces = [fact.text.slice(0, start), fact.text.slice(start, end), fact.text.slice(end)];
  const [before, said, after] = pieces.map(escapeMarkdown);
  const marked = `${before}**${said}**${after}`;
  return marked.length <= MAX_QUOTE_CHARS ? marked : plain;
}

/** Long headings are cut, the place within them never. */
function place({ fact }: Match): string {
  const { within, sentence } = placeInWords(fact);
  const end = ` › ${sentence}`;
  return escapeWithin(within, MAX_PLACE_CHARS - end.length) + end;
}

function footer({ article }: Match): string {
  const parts = [article.publisher ?? '', datesInWords(article), 'articles last read'];
  return shorten(printable(parts.filter((part) => part !== '').join(' · ')), MAX_FOOTER_CHARS);
}

function reasonWithin({ reason }: AskReply, maxChars: number): string {
  return escapeWithin(explainReason(reason), maxChars);
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
