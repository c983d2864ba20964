import type { APIComponentInContainer, APIContainerComponent } from 'discord.js';
import type { ArticleLimits } from '../../knowledge/article/limits.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { ExplainedReply, ExplainedTaughtAnswer } from '../../serving/asking/explain.ts';
import { capitalise } from '../../text/layout/printable.ts';
import { describeExplanation } from '../../wording/explanation-words.ts';
import type { Texts } from '../../wording/kit/texts.ts';
import { joinPhrasings } from '../../wording/passage-layout.ts';
import { buildQuestionLine, listAlternatives } from '../cards/answer-card.ts';
import { buildCard, buildSection, buildSeparator, buildText, COLOURS, fitLines } from '../cards/card.ts';
import { formatPassage } from '../cards/passage-markdown.ts';
import { buildSourceLine } from '../cards/source-line.ts';
import type { CommandLinks } from '../kit/command-links.ts';
import { buildShowArticleButton } from '../kit/components/shared-buttons.ts';
import { escapeWithin } from '../kit/markdown/markdown.ts';
import { formatLimits } from './article-screen.ts';

const MAX_LINE_CHARS = 200;
const MAX_QUOTE_CHARS = 160;
const MAX_LOCATION_CHARS = 120;
const MAX_PASSAGE_CHARS = 1000;
/** More matches fill two screens of a phone, and seldom contain the right one. */
const MAX_MATCHES = 3;
const SIGNS = { answered: '🟩', unsure: '🟧', unknown: '⬜' } as const;

interface ExplanationShown {
  readonly texts: Texts;
  readonly commandLinks: Pick<CommandLinks, 'link'>;
  /** Whether a menu below the card teaches a passage. */
  readonly isTeachable: boolean;
}

/** Builds the card that tells a moderator what the bot answers and why, which passages come near, and what would help. */
export function buildExplanationCard(
  explained: ExplainedReply,
  { isTeachable, ...shown }: ExplanationShown,
): APIContainerComponent {
  const { reply, explanation, taughtAnswer } = explained;
  const { texts } = shown;
  const { explain: words } = texts;
  const { outcome, reason } = describeExplanation(reply, explanation, texts);
  return buildCard(COLOURS[reply.outcome], [
    ...buildText([`### ${words.title}`, ...buildQuestionLine(reply.question)]),
    ...buildText([
      hasRivals(reply)
        ? `${SIGNS.unsure} **${words.membersChoose}**: ${texts.answer.closeCall}`
        : `${SIGNS[reply.outcome]} **${capitalise(outcome)}**: ${escapeWithin(reason, MAX_LINE_CHARS)}`,
      ...describeTaughtAnswer(taughtAnswer, texts),
    ]),
    ...buildPassage(explained, texts),
    ...buildMatches(explained, texts),
    buildSeparator(),
    ...buildText([`**${words.help}**`, ...listHelp(explained, { ...shown, isTeachable })]),
  ]);
}

/** Shows the passage as the asker sees it. */
function buildPassage({ reply }: ExplainedReply, texts: Texts): readonly APIComponentInContainer[] {
  if (reply.passage === null) return [];
  if (hasRivals(reply)) return buildRivals(reply, texts);
  const asked = reply.outcome === 'answered' ? joinPhrasings(reply) : null;
  const shown = { texts, asked, moreButton: null, isQuoted: true, maxChars: MAX_PASSAGE_CHARS };
  return buildText([
    `**${texts.explain.shown}**`,
    ...formatReaders(reply.passage, texts),
    formatPassage(reply.passage, shown),
  ]);
}

/** Says who may read a passage, as the moderator may read more than members; says nothing of one that is for everybody. */
function formatReaders({ article }: { readonly article: ArticleLimits }, texts: Texts): readonly string[] {
  return formatLimits(article, null, { texts, maxChars: MAX_LINE_CHARS });
}

/** Returns whether members see several passages, to choose one. */
function hasRivals({ outcome, rivals }: AskReply): boolean {
  return outcome !== 'unknown' && rivals.length > 0;
}

/** Shows each passage that could be meant with its source, as the asker sees them. */
function buildRivals(reply: AskReply, texts: Texts): readonly APIComponentInContainer[] {
  const shown = listAlternatives(reply);
  const maxChars = Math.floor(MAX_PASSAGE_CHARS / shown.length);
  const options = { texts, asked: null, moreButton: null, isQuoted: true, maxChars };
  return buildText([
    `**${texts.explain.shown}**`,
    ...shown.flatMap(({ passage, fact }) => [
      ...formatReaders(passage, texts),
      formatPassage(passage, options),
      buildSourceLine(fact, passage.article, texts),
    ]),
  ]);
}

function buildMatches(
  { reply, explanation }: ExplainedReply,
  texts: Texts,
): readonly APIComponentInContainer[] {
  const { matches } = describeExplanation(reply, explanation, texts);
  const sections = explanation.matches.slice(0, MAX_MATCHES).map(({ fact }, index) => {
    const { location = '', quote = '' } = matches[index] ?? {};
    const lines = [
      `${index + 1}. **${escapeWithin(location, MAX_LOCATION_CHARS)}**`,
      escapeWithin(quote, MAX_QUOTE_CHARS),
    ];
    return buildSection(lines, buildShowArticleButton(fact.id, texts));
  });
  if (sections.length === 0) return [];
  return [buildSeparator(), ...buildText([`**${texts.explain.matches}**`]), ...sections];
}

function listHelp(
  { reply, explanation, taughtAnswer }: ExplainedReply,
  { texts, commandLinks, isTeachable }: ExplanationShown,
): readonly string[] {
  const { explain: words, buttons } = texts;
  const link = (line: string): string => commandLinks.link(line, texts);
  const isAnswered = reply.outcome === 'answered' && !hasRivals(reply);
  const choose = isAnswered ? words.chooseOther : words.chooseRight;
  const isMissing = explanation.words.some(({ kind }) => kind === 'missing');
  const lines = [
    ...(reply.found.length === 0 ? [] : [isTeachable ? choose : link(words.teachInQueue)]),
    ...(isAnswered ? [] : [link(isMissing ? words.useTheirWords : words.writeIt)]),
    ...(taughtAnswer === null ? [] : [words.forget({ button: buttons.forgetTaught })]),
  ];
  return lines.map((line) => `- ${line}`);
}

const DETAIL_LIMITS = { maxLines: 30, maxChars: 1500 };
const MAX_SCORE_CHARS = 260;

/** Builds the card with the figures behind an answer: how the question was read, the thresholds, and the scores of the matches. */
export function buildDetailsCard(
  { reply, explanation }: ExplainedReply,
  texts: Texts,
): APIContainerComponent {
  const { read, confidence, matches } = describeExplanation(reply, explanation, texts);
  const { explain: words, more } = texts;
  const fitList = (lines: readonly string[]): readonly string[] =>
    fitLines(
      lines.map((line) => `- ${escapeWithin(line, MAX_LINE_CHARS)}`),
      { ...DETAIL_LIMITS, more: more.lines },
    );
  const scores = matches
    .slice(0, MAX_MATCHES)
    .map(({ location, why }, index) =>
      [
        `${index + 1}. **${escapeWithin(location, MAX_LOCATION_CHARS)}**`,
        `-# ${escapeWithin(why, MAX_SCORE_CHARS)}`,
      ].join('\n'),
    );
  return buildCard(COLOURS[reply.outcome], [
    ...buildText([`**${words.read}**`, ...fitList(read)]),
    ...buildText([`**${words.why}**`, ...fitList([confidence])]),
    ...(scores.length === 0 ? [] : buildText([`**${words.matches}**`, ...scores])),
  ]);
}

function describeTaughtAnswer(
  taughtAnswer: ExplainedTaughtAnswer | null,
  { explain: words }: Texts,
): readonly string[] {
  if (taughtAnswer === null) return [];
  return [
    escapeWithin(words.taughtAs({ question: taughtAnswer.phrasing }), MAX_LINE_CHARS),
    ...(taughtAnswer.isInArticles ? [] : [words.taughtGone]),
  ].map((line) => `-# ${line}`);
}
