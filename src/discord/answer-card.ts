import type { APIEmbed } from 'discord.js';
import type { Match } from '../search/candidate.ts';
import type { AskReply } from '../serving/ask.ts';
import { printable } from '../text/printable.ts';
import { shorten } from '../text/shorten.ts';
import { confidenceInWords } from '../wording/answer-words.ts';
import { quotedInWords } from '../wording/language-names.ts';
import type { Texts } from '../wording/texts.ts';
import { COLOURS, UNSURE_SIGN } from './colours.ts';
import { escapeMarkdown, escapeWithin, touchesAddress } from './markdown.ts';
import { placeField, sourceParts } from './source-parts.ts';

/** Longer questions would push the answer off a phone's screen. */
const MAX_QUESTION_CHARS = 200;
/** A quote keeps room for its introduction; facts are shorter than this even when every sign is escaped. */
const MAX_QUOTE_CHARS = 3500;
const MAX_REASON_CHARS = 600;

/** The card for an answer: the quote with its source, the closest passage, or “I don’t know” without any source. */
export function answerCard(reply: AskReply, texts: Texts): APIEmbed {
  const best = reply.matches[0];
  if (reply.outcome === 'unknown' || best === undefined) return unknownCard(reply, texts);
  return {
    ...questionLine(reply.question),
    color: COLOURS[reply.outcome],
    ...sourceParts(best.article, reply.refreshedAt, texts),
    description: `${introduction(reply, texts)}> ${quote(reply, best)}${closing(reply, best, texts)}`,
    fields: [
      placeField(best.fact, texts),
      {
        name: texts.answer.confidence,
        value: escapeWithin(confidenceInWords(reply, texts), MAX_REASON_CHARS),
      },
    ],
  };
}

function unknownCard(reply: AskReply, texts: Texts): APIEmbed {
  const words = texts.answer;
  if (reply.reason.kind === 'small-talk') return { color: COLOURS.unknown, description: words.hello };
  if (reply.reason.kind === 'no-question') return { color: COLOURS.unknown, description: words.noQuestion };
  const hints =
    reply.suggestions.length === 0
      ? [words.tryOtherWords]
      : [words.youCanAsk, ...reply.suggestions.map((text) => `- ${escapeWithin(text, MAX_QUESTION_CHARS)}`)];
  return {
    ...questionLine(reply.question),
    color: COLOURS.unknown,
    title: words.unknown,
    description: [
      `${readAsLine(reply, texts)}${capitalised(reasonWithin(reply, texts))}.`,
      '',
      ...hints,
    ].join('\n'),
  };
}

/** Discord shows who asked, but not what: the card says it. Plain text there is not formatted. */
export function questionLine(question: string): Pick<APIEmbed, 'author'> {
  const shown = printable(shorten(question, MAX_QUESTION_CHARS)).trim();
  return shown === '' ? {} : { author: { name: shown } };
}

function introduction(reply: AskReply, texts: Texts): string {
  const closest = reply.outcome === 'unsure' ? `${UNSURE_SIGN} ${texts.answer.unsure}\n` : '';
  const lines = readAsLine(reply, texts) + closest;
  // Without a line between, ours and the article's would run into each other.
  return lines === '' ? '' : `${lines}\n`;
}

/** What stands below the quote. */
function closing({ rivals }: AskReply, { article }: Match, texts: Texts): string {
  const closeCall = rivals.length === 0 ? [] : [texts.answer.closeCall];
  const lines = [quotedInWords(article.language, texts) ?? [], closeCall].flat();
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

/** How the question was understood, where it was not as it stands. */
function readAsLine({ understoodAs, readAs }: AskReply, { answer }: Texts): string {
  if (understoodAs !== null)
    return `${answer.understoodAs(escapeWithin(understoodAs, MAX_QUESTION_CHARS))}\n`;
  return readAs === null ? '' : `${answer.readAs(escapeWithin(readAs, MAX_QUESTION_CHARS))}\n`;
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

function reasonWithin({ reason }: AskReply, texts: Texts): string {
  return escapeWithin(texts.reason(reason), MAX_REASON_CHARS);
}

function capitalised(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
