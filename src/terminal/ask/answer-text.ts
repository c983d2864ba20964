import { type Passage, toPassageText } from '../../answering/passage/passage.ts';
import type { Answer } from '../../answering/question/answer.ts';
import type { Fact } from '../../knowledge/article/article.ts';
import { getStatedOutdatedDay } from '../../requests/kit/outdated.ts';
import type { Match } from '../../search/index/candidate.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { ExplainedReply } from '../../serving/asking/explain.ts';
import type { FoundPassage, ShownFact } from '../../serving/asking/found-passages.ts';
import { capitalise, joinLead, toPrintable } from '../../text/layout/printable.ts';
import {
  describeConfidence,
  describeLocation,
  describeReason,
  listSectionNames,
} from '../../wording/answer-words.ts';
import { describeDates, describeOutdated } from '../../wording/dates.ts';
import { describeExplanation } from '../../wording/explanation-words.ts';
import { english, terminalTexts } from '../../wording/kit/english.ts';
import { findNewAnswer, joinPhrasings } from '../../wording/passage-layout.ts';
import { type Screen, wrapText, wrapWithMarker } from '../screen.ts';
import { renderPassage } from './passage-text.ts';

/** How many other matches are shown below an answer, unless somebody wants a number of them. */
const MAX_OTHERS = 3;
/**
 * From this share of the best match's score on, another match is shown below a sure answer. Of 203 sure answers to questions of six training sets,
 * 24 % of the matches from half of the score on also held an answer, and 1.4 % of those below.
 */
const MIN_CLOSE_SHARE = 0.5;
const MAX_OTHER_CHARS = 200;
/** From this length on the short answer also gets a line of its own, because it is hard to find in the passage. */
const LONG_PASSAGE = 400;

const own = terminalTexts.answer;

/** What surrounds an answer, besides the answer itself. */
export interface AnswerView {
  /** Whether somebody wants a number of matches, so that all are shown and not only close ones. */
  readonly areMatchesWanted: boolean;
  /** Whether the number of a related passage opens it. */
  readonly isConversation: boolean;
  /** The command that lists the articles. */
  readonly listCommand: string;
}

/** Renders an answer; several lines, no line break at the end. */
export function renderAnswer(screen: Screen, reply: AskReply, view: AnswerView): string {
  const best = reply.matches[0];
  const { passage } = reply;
  if (reply.outcome === 'unknown' || passage === null || best === undefined)
    return renderUnknown(screen, reply, view);
  return [
    ...readAsLine(screen, reply),
    ...headline(screen, reply, passage),
    renderPassage(screen, passage, reply.outcome === 'answered' ? joinPhrasings(reply) : null),
    ...leftLine(screen, passage),
    ...outdatedLine(screen, reply),
    '',
    source(screen, best),
    wrapText(screen, own.confidence({ confidence: toPrintable(describeConfidence(reply, english)) }), 2),
    ...others(screen, reply, view),
  ].join('\n');
}

/** Renders a passage that is near an unknown answer, and says that it is only that. */
export function renderNearPassage(screen: Screen, { fact, passage, refreshedAt }: ShownFact): string {
  return [
    wrapText(screen, screen.colours.yellow(english.answer.maybeRelated)),
    '',
    renderPassage(screen, passage, null),
    ...leftLine(screen, passage),
    ...outdatedLine(screen, { passage, refreshedAt }),
    '',
    source(screen, { fact, article: passage.article }),
  ].join('\n');
}

/** Renders how an answer was found; several lines, no line break at the end. */
export function renderExplanation(screen: Screen, { reply, explanation }: ExplainedReply): string {
  const { read, outcome, confidence, reason, matches } = describeExplanation(reply, explanation, english);
  const { bold, dim } = screen.colours;
  const heading = (text: string): string => wrapText(screen, bold(text));
  const line = (text: string): string => wrapText(screen, toPrintable(text), 2);
  return [
    heading(english.explain.read),
    ...read.map(line),
    '',
    heading(english.explain.why),
    ...[outcome, confidence, reason].map(line),
    ...(matches.length === 0 ? [] : ['', heading(english.explain.matches)]),
    ...matches.flatMap(({ location, quote, why }) => [
      line(`“${quote}”`),
      wrapText(screen, dim(toPrintable(location)), 4),
      wrapText(screen, dim(toPrintable(why)), 4),
    ]),
  ].join('\n');
}

function renderUnknown(screen: Screen, answer: Answer, view: AnswerView): string {
  const { colours } = screen;
  const command = toPrintable(view.listCommand);
  if (answer.reason.kind === 'small-talk') return wrapText(screen, own.hello({ command }));
  if (answer.reason.kind === 'no-question')
    return wrapText(screen, own.noQuestion({ reason: capitalise(explainReasonSafely(answer)), command }));
  return [
    wrapText(
      screen,
      `${colours.yellow(colours.bold(own.unknown))} ${capitalise(explainReasonSafely(answer))}.`,
    ),
    ...nearestList(screen, answer, view),
    '',
    wrapText(screen, colours.dim(own.tryOtherWords({ command }))),
  ].join('\n');
}

/** Says for `unsure` that this is only the closest passage; shows the short answer of a long passage on a line of its own. */
function headline(screen: Screen, reply: AskReply, { lines }: Passage): readonly string[] {
  const { colours } = screen;
  if (reply.outcome === 'unsure') {
    return [wrapText(screen, colours.yellow(own.unsure)), ''];
  }
  const { text, answer } = toPassageText(lines);
  const span = text.length < LONG_PASSAGE ? null : findNewAnswer({ text, answer }, joinPhrasings(reply));
  if (span === null) return [];
  return [wrapText(screen, colours.bold(colours.green(toPrintable(text.slice(span.start, span.end))))), ''];
}

/** Says where to read more, because the terminal has no button to show it. */
function leftLine(screen: Screen, { left, article, headings }: Passage): readonly string[] {
  if (left === 0) return [];
  const location = toPrintable([article.path, ...headings].join(' › '));
  return [
    wrapText(
      screen,
      screen.colours.dim(own.left({ more: english.answer.more({ count: left }), location })),
      2,
    ),
  ];
}

/** Warns where the article itself says that it is outdated: the terminal has no setting for it. */
function outdatedLine(
  screen: Screen,
  { passage, refreshedAt }: Pick<AskReply, 'passage' | 'refreshedAt'>,
): readonly string[] {
  const from = passage && getStatedOutdatedDay(passage.article, refreshedAt.getTime());
  return from === null
    ? []
    : ['', wrapText(screen, screen.colours.yellow(describeOutdated(from, english)), 2)];
}

function source(screen: Screen, { fact, article }: Pick<Match, 'fact' | 'article'>): string {
  const { colours } = screen;
  const details = [
    buildLocationLine(fact),
    article.publisher ?? '',
    describeDates(article, english),
    article.url ?? '',
  ];
  return [
    wrapText(screen, colours.bold(toPrintable(article.title)), 2),
    ...details
      .filter((detail) => detail !== '')
      .map((detail) => wrapText(screen, colours.dim(toPrintable(detail)), 2)),
  ].join('\n');
}

/** Says how a misspelt question was understood. */
function readAsLine(screen: Screen, { readAs }: Answer): readonly string[] {
  return readAs === null
    ? []
    : [wrapText(screen, screen.colours.dim(english.answer.readAs({ question: toPrintable(readAs) }))), ''];
}

/** Lists the locations of the near passages, with numbers where these open them. */
function nearestList(screen: Screen, { nearest }: Answer, { isConversation }: AnswerView): readonly string[] {
  if (nearest.length === 0) return [];
  const lines = nearest.map((match, index) =>
    wrapWithMarker(screen, {
      indent: 2,
      marker: isConversation ? `${index + 1}. ` : '• ',
      text: listSectionNames(match).join(' › '),
    }),
  );
  return ['', wrapText(screen, english.answer.nearest), ...lines];
}

/** Lists the matches that fit about as well, then other close matches; none that is in the passage above. */
function others(screen: Screen, reply: AskReply, view: AnswerView): readonly string[] {
  const { found, rivals } = reply;
  const rivalling = new Set(rivals.map(({ fact }) => fact.id));
  const next = found.slice(1);
  const equal = next.filter(({ fact }) => rivalling.has(fact.id));
  const rest = next.filter(({ fact }) => !rivalling.has(fact.id));
  return [
    ...foundList(screen, own.rivals, equal),
    ...foundList(screen, own.others, view.areMatchesWanted ? rest : chooseClose(rest, reply)),
  ];
}

function chooseClose(
  found: readonly FoundPassage[],
  { outcome, matches }: AskReply,
): readonly FoundPassage[] {
  const min = outcome === 'answered' ? (matches[0]?.score ?? 0) * MIN_CLOSE_SHARE : 0;
  const close = new Set(matches.filter(({ score }) => score >= min).map(({ fact }) => fact.id));
  return found.filter(({ fact }) => close.has(fact.id)).slice(0, MAX_OTHERS);
}

function foundList(screen: Screen, heading: string, found: readonly FoundPassage[]): readonly string[] {
  if (found.length === 0) return [];
  const { colours } = screen;
  const lines = found.flatMap(({ fact, passage, words }) => [
    bullet(screen, toPrintable(joinLead(words, MAX_OTHER_CHARS))),
    wrapText(screen, colours.dim(toPrintable([passage.article.title, ...fact.headings].join(' › '))), 4),
  ]);
  return ['', wrapText(screen, heading), ...lines];
}

/** Renders a list item whose other lines start below its first word. */
function bullet(screen: Screen, text: string): string {
  return wrapWithMarker(screen, { indent: 2, marker: '• ', text });
}

function buildLocationLine(fact: Fact): string {
  const { within, sentence } = describeLocation(fact, english);
  return toPrintable(`${within} › ${sentence}`);
}

function explainReasonSafely({ reason }: Answer): string {
  return toPrintable(describeReason(reason, english));
}
