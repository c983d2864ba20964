import type { APIButtonComponent, APIComponentInContainer, APIContainerComponent } from 'discord.js';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { FoundPassage } from '../../serving/asking/found-passages.ts';
import { capitalise, shorten } from '../../text/layout/printable.ts';
import { describeReason } from '../../wording/answer-words.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { joinPhrasings } from '../../wording/passage-layout.ts';
import { type FindChannel, findNoChannel, linkChannels } from '../kit/markdown/channel-links.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { buildCard, buildSection, buildSeparator, buildText, COLOURS, UNSURE_SIGN } from './card.ts';
import { buildPassageParts, buildPassageText, type PassageFrame } from './passage-card.ts';
import { formatPassage } from './passage-markdown.ts';
import { buildSourceLine, MAX_SOURCE_CHARS } from './source-line.ts';

/** Longer questions would push the answer off a phone's screen. */
const MAX_QUESTION_CHARS = 200;
const MAX_REASON_CHARS = 600;
/** Over all texts of a message, less what stands above the passages. */
const ALTERNATIVES_MAX_CHARS = 3600;

/** What the card of an answer shows besides the answer. */
export interface AnswerExtras {
  /** Our own line above all others; none unless given. */
  readonly opening?: string;
  /** Whether the question stands above, unless the bot is sure: Discord shows who used a command, but not what was asked. */
  readonly hasQuestion?: boolean;
  /** The label of the button under the card that shows more of the passage; null when there is no such button. */
  readonly moreButton?: string | null;
  /** The date of the article when the article is outdated; null otherwise. */
  readonly outdatedFrom?: string | null;
  /** Finds the channel that a `#name` in the passage links to. */
  readonly findChannel?: FindChannel;
  /** Whether not everybody who reads the channel may read what answers. */
  readonly isForAskerAlone?: boolean;
  /** Builds the button that chooses the passage with this fact, when more than one could be meant; null to show the first alone. */
  readonly buildChoice?: ((factId: string) => APIButtonComponent) | null;
}

/** Builds the card for an answer: the passage with its source, the closest passage, all passages that could be meant, or “I don’t know”. */
export function buildAnswerCard(
  reply: AskReply,
  texts: Texts,
  extras: AnswerExtras = {},
): APIContainerComponent {
  const { passage, matches } = reply;
  const best = matches[0];
  const alternatives = extras.buildChoice ? listAlternatives(reply) : [];
  // Where the bot is sure, the passage comes first; *More…* shows the question.
  const isSure = reply.outcome === 'answered' && alternatives.length <= 1;
  const opening = buildOpening(reply, texts, isSure ? { ...extras, hasQuestion: false } : extras);
  if (reply.outcome === 'unknown' || passage === null || best === undefined)
    return buildCard(COLOURS.unknown, buildText([...opening, ...explainUnknown(reply, texts)]));
  const above = [...opening, ...buildDoubt(reply, texts)];
  return buildCard(
    COLOURS[reply.outcome],
    alternatives.length > 1
      ? buildAlternatives(alternatives, { texts, above: opening, ...extras })
      : buildPassageParts({ passage, fact: best.fact }, { ...frameOf(reply, texts, extras), above }),
  );
}

/** Builds the answer as the text of a message that pings somebody: only such a text appears in the notification. */
export function buildAnswerText(
  reply: AskReply,
  texts: Texts,
  { opening, outdatedFrom = null }: Pick<AnswerExtras, 'outdatedFrom'> & { readonly opening: string },
): string {
  const { passage, matches } = reply;
  const best = matches[0];
  const above = [opening, ...buildOpening(reply, texts, {}), ...buildDoubt(reply, texts)];
  if (reply.outcome === 'unknown' || passage === null || best === undefined)
    return [...above, ...explainUnknown(reply, texts)].join('\n');
  return buildPassageText(
    { passage, fact: best.fact },
    { ...frameOf(reply, texts, { outdatedFrom }), above },
  );
}

/** Builds the small line with a question. */
export function buildQuestionLine(question: string): readonly string[] {
  const shown = escapeWithin(shorten(question, MAX_QUESTION_CHARS), MAX_QUESTION_CHARS).trim();
  return shown === '' ? [] : [`-# ${shown}`];
}

function frameOf(
  reply: AskReply,
  texts: Texts,
  { moreButton = null, outdatedFrom = null, findChannel }: AnswerExtras,
): PassageFrame {
  return {
    texts,
    asked: reply.outcome === 'answered' ? joinPhrasings(reply) : null,
    moreButton,
    outdatedFrom,
    ...(findChannel === undefined ? {} : { findChannel }),
  };
}

/** Says what was asked, and how the bot understood it when it did not take it literally. */
function buildOpening(
  reply: AskReply,
  { answer }: Texts,
  { hasQuestion = false, isForAskerAlone = false, opening }: AnswerExtras,
): readonly string[] {
  const { question, understoodAs, readAs, outcome } = reply;
  const reading = understoodAs ?? readAs;
  const say = understoodAs === null ? answer.readAs : answer.understoodAs;
  return [
    ...(opening === undefined ? [] : [opening]),
    ...(isForAskerAlone && outcome !== 'unknown' ? [`-# 🔒 ${answer.forYouAlone}`] : []),
    ...(hasQuestion ? buildQuestionLine(question) : []),
    ...(reading === null ? [] : [`-# ${say({ question: escapeWithin(reading, MAX_QUESTION_CHARS) })}`]),
  ];
}

/** Says that the bot is unsure. It does not stand above several passages: to ask which one is meant says so already. */
export function buildDoubt(
  { outcome }: Pick<AskReply, 'outcome'>,
  { answer }: Pick<Texts, 'answer'>,
): readonly string[] {
  return outcome === 'unsure' ? [`${UNSURE_SIGN} ${answer.unsure}`] : [];
}

/** Returns what a greeting, or words that are no question, get; null for a question. */
export function describeInvitation(
  { reason }: Pick<AskReply, 'reason'>,
  { answer }: Pick<Texts, 'answer'>,
): string | null {
  if (reason.kind === 'small-talk') return answer.hello;
  return reason.kind === 'no-question' ? answer.noQuestion : null;
}

function explainUnknown(reply: AskReply, texts: Texts): readonly string[] {
  const { answer } = texts;
  const why = escapeWithin(describeReason(reply.reason, texts), MAX_REASON_CHARS);
  return [
    `**${answer.unknown}**`,
    `${capitalise(why)}.`,
    reply.nearest.length === 0 ? answer.tryOtherWords : answer.nearest,
  ];
}

/** Returns the passages that could be meant, the best first; one or none when there is no choice. */
export function listAlternatives({ found, rivals }: AskReply): readonly FoundPassage[] {
  const rivalling = new Set(rivals.map(({ fact }) => fact.id));
  return found.filter(({ fact }, index) => index === 0 || rivalling.has(fact.id));
}

/** Builds each passage that could be meant with its source and the button that chooses it. */
function buildAlternatives(
  alternatives: readonly FoundPassage[],
  {
    texts,
    above,
    buildChoice = null,
    findChannel = findNoChannel,
  }: AnswerExtras & { readonly texts: Texts; readonly above: readonly string[] },
): readonly APIComponentInContainer[] {
  const maxChars = Math.floor(ALTERNATIVES_MAX_CHARS / alternatives.length) - MAX_SOURCE_CHARS;
  const options = { texts, asked: null, moreButton: null, isQuoted: false, maxChars };
  const parts = alternatives.flatMap(({ fact, passage }): readonly APIComponentInContainer[] => {
    const shown = linkChannels(formatPassage(passage, options), findChannel, maxChars);
    const lines = [shown, buildSourceLine(fact, passage.article, texts)];
    return [
      buildSeparator(),
      buildChoice === null ? buildText(lines) : buildSection(lines, buildChoice(fact.id)),
    ].flat();
  });
  return [...buildText([...above, texts.answer.closeCall]), ...parts];
}
