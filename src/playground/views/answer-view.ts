import { buildAnswerLayout } from '../../discord/answers/answer-layout.ts';
import { buildInvitation } from '../../discord/answers/invitation.ts';
import { describeInvitation } from '../../discord/cards/answer-card.ts';
import { CommandLinks } from '../../discord/kit/command-links.ts';
import { findNoChannel } from '../../discord/kit/markdown/channel-links.ts';
import type { ArticleInfo } from '../../knowledge/article/article.ts';
import { getOutdatedDay } from '../../requests/kit/outdated.ts';
import { DEFAULT_SETTINGS } from '../../server-settings/settings-table.ts';
import type { AskReply } from '../../serving/asking/ask.ts';
import type { ExplainedReply } from '../../serving/asking/explain.ts';
import type { StrictOutcome } from '../../serving/asking/strict-outcomes.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { QuestionRecord } from '../../store/records/asked-row.ts';
import { capitalise, joinLead, shorten, toPrintable } from '../../text/layout/printable.ts';
import { describeReason, listSectionNames } from '../../wording/answer-words.ts';
import { describeExplanation } from '../../wording/explanation-words.ts';
import { english, playgroundTexts } from '../../wording/kit/english.ts';
import { readComponent } from '../look/read-components.ts';
import type { Names } from '../look/read-inline.ts';
import type { LookNode } from '../wire/look-node.ts';
import type { AnswerView, CandidateView, ExplanationView, LevelView } from '../wire/messages.ts';
import { labelLimits } from './article-views.ts';

const MAX_CANDIDATE_CHARS = 300;

/** What an answer is shown with. */
interface AnswerFrame {
  readonly knowledge: Pick<KnowledgeService, 'run'>;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  readonly tookMs: number;
}

/** Builds what the page shows of an answer, with the message that a member of a server with default settings gets. */
export async function buildAnswerView(reply: AskReply, frame: AnswerFrame): Promise<AnswerView> {
  const { outcome, reason } = reply;
  const texts = playgroundTexts.answer;
  const missing = reason.kind === 'not-mentioned' ? reason.words : [];
  const summary = { outcome: texts.outcomes[outcome], ms: Math.round(frame.tookMs) };
  return {
    question: reply.question,
    outcome,
    summary: texts.summary(summary),
    reason: `${capitalise(describeReason(reason, english))}.`,
    message: await buildMessage(reply, frame),
    limits: labelLimits(listShownArticles(reply)),
    isPrivate: isPrivate(reply),
    candidates: reply.matches.map((match) => buildCandidate(match, reply)),
    quotedIds: reply.passage?.factIds ?? [],
    missing: missing.map(toPrintable),
    advice: advise(reply, missing),
  };
}

/** Lists the articles whose passages the message shows, or lets members choose from. */
function listShownArticles({ passage, rivals }: AskReply): readonly ArticleInfo[] {
  return [...(passage === null ? [] : [passage.article]), ...rivals.map(({ article }) => article)];
}

/** Members alone see an “I don’t know”. */
function isPrivate({ outcome }: AskReply): boolean {
  return outcome === 'unknown';
}

function advise({ outcome, reason }: AskReply, missing: readonly string[]): string | null {
  const { addAlias, writeArticle } = playgroundTexts.answer;
  if (reason.kind === 'small-talk' || reason.kind === 'no-question') return null;
  const [word] = missing;
  const advice = [
    ...(word === undefined ? [] : [addAlias({ word: toPrintable(word) })]),
    ...(outcome === 'unknown' ? [writeArticle] : []),
  ];
  return advice.length === 0 ? null : advice.join(' ');
}

function buildCandidate({ fact, article }: AskReply['matches'][number], { found }: AskReply): CandidateView {
  const words = found.find((each) => each.fact.id === fact.id)?.words;
  return {
    factId: fact.id,
    path: fact.path,
    location: listSectionNames({ fact, article }).join(' › '),
    text:
      words === undefined
        ? shorten(toPrintable(fact.text), MAX_CANDIDATE_CHARS)
        : toPrintable(joinLead(words, MAX_CANDIDATE_CHARS)),
  };
}

async function buildMessage(
  reply: AskReply,
  { knowledge, nowMs }: AnswerFrame,
): Promise<readonly LookNode[]> {
  const names: Names = { users: new Map(), roles: new Map(), channels: new Map(), now: nowMs };
  const invitation = describeInvitation(reply, english);
  const context = { knowledge, texts: english, commandLinks: new CommandLinks() };
  const components =
    invitation === null
      ? buildAnswerComponents(reply, nowMs)
      : ((await buildInvitation(invitation, { guildId: null, readers: 'everything' }, context)).components ??
        []);
  return components.map((component) => readComponent(component, names));
}

function buildAnswerComponents(reply: AskReply, nowMs: number) {
  const defaultDays = DEFAULT_SETTINGS.staleAfterDays;
  const outdatedFrom = reply.passage && getOutdatedDay(reply.passage.article, { nowMs, defaultDays });
  const shown = {
    reply,
    asked: buildRecord(reply, nowMs),
    isPrivate: isPrivate(reply),
    isForAskerAlone: false,
    askerId: NOBODY,
    isBotThere: true,
    isDeletable: true,
    hasHelpers: false,
  };
  const frame = { outdatedFrom, findChannel: findNoChannel, hasQuestion: !isPrivate(reply) };
  return buildAnswerLayout(shown, english, frame);
}

/** An id of Discord that belongs to nobody. */
const NOBODY = '0';

/** Builds the record that the buttons refer to. It is stored nowhere, and no button can be pressed. */
function buildRecord(
  { question, understoodAs, outcome, confidence }: AskReply,
  nowMs: number,
): QuestionRecord {
  return {
    id: NOBODY,
    question,
    understoodAs,
    otherAuthorIds: [],
    outcome,
    confidence,
    factId: null,
    guildId: NOBODY,
    channelId: NOBODY,
    askerId: NOBODY,
    messageId: null,
    askedAt: nowMs,
    isAskedPrivately: false,
    isAnsweredPrivately: false,
    isInHiddenChannel: false,
    isLimited: false,
    isWithdrawn: false,
    isPassedOn: false,
  };
}

/** Builds what the page shows of how an answer came about. */
export function buildExplanationView(
  { reply, explanation }: ExplainedReply,
  outcomes: readonly StrictOutcome[],
): ExplanationView {
  const { read } = describeExplanation(reply, explanation, english);
  const { score: inWords, reader } = playgroundTexts.answer;
  return {
    levels: outcomes.map(buildLevel),
    words: read.map(toPrintable),
    scores: explanation.matches.map(({ fact, score, reading }) => ({
      factId: fact.id,
      score: [
        inWords({ share: formatPercent(score) }),
        ...(reading === null ? [] : [reader({ margin: reading.toFixed(1) })]),
      ].join(' · '),
    })),
  };
}

function buildLevel({ strictness, outcome, confidence, thresholds }: StrictOutcome): LevelView {
  const texts = playgroundTexts.answer;
  const { answered, unsure } = thresholds;
  return {
    name: texts.levels[strictness],
    outcome,
    outcomeWords: texts.outcomes[outcome],
    confidence,
    answeredFrom: answered,
    unsureFrom: unsure,
    words: texts.confidence({
      confidence: formatPercent(confidence),
      answered: formatPercent(answered),
      unsure: formatPercent(unsure),
    }),
  };
}

/** A no-break space keeps the number and its sign on one line. */
function formatPercent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
