import type { APIEmbed } from 'discord.js';
import type { AskReply } from '../../serving/asking/ask.ts';
import { toPrintable } from '../../text/layout/printable.ts';
import { shorten } from '../../text/layout/shorten.ts';
import { describeConfidence, listSectionNames } from '../../wording/answer-words.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { describeReason } from '../../wording/reasons.ts';
import { joinPhrasings } from '../../wording/stand-out.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { COLOURS, UNSURE_SIGN } from './colours.ts';
import { buildPassageParts } from './passage-card.ts';
import { buildLocationField, buildSourceParts } from './source-parts.ts';

/** Longer questions would push the answer off a phone's screen. */
const MAX_QUESTION_CHARS = 200;
const MAX_SECTION_CHARS = 200;
const MAX_REASON_CHARS = 600;
const NOTHING: AnswerExtras = { moreButton: null, outdatedFrom: null };

/** What a card shows of a passage besides its text. */
export interface AnswerExtras {
  /** The label of the button under the card that shows more of the passage, or null if there is no such button. */
  readonly moreButton: string | null;
  /** The date of the article when the article is outdated; null otherwise. */
  readonly outdatedFrom: string | null;
}

/** Builds the card for an answer: the passage with its source, the closest passage, or “I don’t know” without any source. */
export function buildAnswerCard(
  reply: AskReply,
  texts: Texts,
  { moreButton, outdatedFrom }: AnswerExtras = NOTHING,
): APIEmbed {
  const { passage, matches } = reply;
  const best = matches[0];
  if (reply.outcome === 'unknown' || passage === null || best === undefined)
    return buildUnknownCard(reply, texts);
  return {
    ...buildQuestionLine(reply.question),
    color: COLOURS[reply.outcome],
    ...buildSourceParts(best.article, reply.refreshedAt, texts),
    ...buildPassageParts(passage, {
      texts,
      asked: reply.outcome === 'answered' ? joinPhrasings(reply) : null,
      moreButton,
      outdatedFrom,
      above: buildIntroduction(reply, texts),
      below: reply.rivals.length === 0 ? [] : [texts.answer.closeCall],
    }),
    fields: [
      buildLocationField(best.fact, texts),
      {
        name: texts.answer.confidence,
        value: escapeWithin(describeConfidence(reply, texts), MAX_REASON_CHARS),
      },
    ],
  };
}

function buildUnknownCard(reply: AskReply, texts: Texts): APIEmbed {
  const words = texts.answer;
  if (reply.reason.kind === 'small-talk') return { color: COLOURS.unknown, description: words.hello };
  if (reply.reason.kind === 'no-question') return { color: COLOURS.unknown, description: words.noQuestion };
  return {
    ...buildQuestionLine(reply.question),
    color: COLOURS.unknown,
    title: words.unknown,
    description: [
      ...listReadings(reply, texts),
      `${capitalise(escapeReason(reply, texts))}.`,
      '',
      ...(reply.nearest.length === 0 ? [words.tryOtherWords] : listNearest(reply, texts)),
    ].join('\n'),
  };
}

/** Lists the locations of related passages, numbered like the buttons that open them. */
function listNearest({ nearest }: AskReply, { answer }: Texts): readonly string[] {
  const lines = nearest.map((match, index) => {
    return `${index + 1}. ${escapeWithin(listSectionNames(match).join(' › '), MAX_SECTION_CHARS)}`;
  });
  return [answer.nearest, ...lines];
}

/** Builds the line with the question: Discord shows who asked, but not what. Discord does not format text there. */
export function buildQuestionLine(question: string): Pick<APIEmbed, 'author'> {
  const shown = toPrintable(shorten(question, MAX_QUESTION_CHARS)).trim();
  return shown === '' ? {} : { author: { name: shown } };
}

function buildIntroduction(reply: AskReply, texts: Texts): readonly string[] {
  const closest = reply.outcome === 'unsure' ? [`${UNSURE_SIGN} ${texts.answer.unsure}`] : [];
  return [...listReadings(reply, texts), ...closest];
}

/** Says how the bot understood the question, when it did not take it literally. */
function listReadings({ understoodAs, readAs }: AskReply, { answer }: Texts): readonly string[] {
  if (understoodAs !== null)
    return [answer.understoodAs({ question: escapeWithin(understoodAs, MAX_QUESTION_CHARS) })];
  return readAs === null ? [] : [answer.readAs({ question: escapeWithin(readAs, MAX_QUESTION_CHARS) })];
}

function escapeReason({ reason }: AskReply, texts: Texts): string {
  return escapeWithin(describeReason(reason, texts), MAX_REASON_CHARS);
}

function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
