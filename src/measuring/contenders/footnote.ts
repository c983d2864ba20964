import { answerFollowUp } from '../../answering/answer-follow-up.ts';
import { answerQuestion } from '../../answering/answer-question.ts';
import { readFollowUp } from '../../answering/follow-up/follow-up.ts';
import { readQuestion } from '../../answering/question/question.ts';
import { CANDIDATES } from '../../answering/ranking/rank.ts';
import type { FactVectors } from '../../answering/reading/fact-vectors.ts';
import type { Article, Fact } from '../../knowledge/article/article.ts';
import { FactBase } from '../../search/fact-base.ts';
import { Suggestions } from '../../search/questions/suggestions.ts';
import type { Strictness } from '../../server-settings/settings-table.ts';
import { type AskReply, ask } from '../../serving/asking/ask.ts';
import { RecentAnswers } from '../../serving/base/recent-answers.ts';
import type { Span } from '../../text/sentences/sentences.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { splitWords } from '../../text/words/words.ts';
import { createRandom } from '../kit/random.ts';
import { generateQuestions } from '../made-up/generate-questions.ts';
import { type Contender, LIMIT, type Response, type Step, type TimedSteps } from './contender.ts';

export interface FootnoteOptions {
  readonly strictness: Strictness;
  /** Returns the vectors of a base's facts, or null if words alone must do. */
  readonly understand: ((base: FactBase) => FactVectors | Promise<FactVectors>) | null;
}

/** As many as Discord shows. */
const MAX_SUGGESTED = 25;

/**
 * Creates our own side, which answers as it does in use. Its index is that of the words: vectors are prepared afterwards, as the bot embeds facts in
 * the background, once each.
 */
export function createFootnote({ strictness, understand }: FootnoteOptions): Contender {
  return {
    name: 'footnote',
    label: 'footnote',
    maxQuestions: Number.POSITIVE_INFINITY,
    open: (articles) => {
      const base = FactBase.build(articles);
      let vectors: FactVectors | null = null;
      return {
        prepare: async () => {
          vectors = understand && (await understand(base));
        },
        answer: async (question) => {
          // A new cache for each question, so that none is answered from it: the time of each one is measured.
          const recent = new RecentAnswers();
          const context = {
            base,
            isLearning: false,
            vectors,
            strictness,
            taught: null,
            hidden: null,
            recent,
          };
          return toResponse(await ask({ ...context, refreshedAt: new Date(0) }, { question, limit: LIMIT }));
        },
        steps: {
          ...createSteps(base),
          whole: (question) => () =>
            answerQuestion(readQuestion(base, question), { limit: LIMIT, vectors, strictness }),
          followUp: createFollowUpStep(base, () => vectors),
          suggest: createSuggestStep(articles),
        },
      };
    },
  };
}

function toResponse({ matches, shortAnswer, guess, outcome, confidence, passage }: AskReply): Response {
  const quoted = matches[0]?.fact.text ?? '';
  return {
    facts: matches.map(({ fact }) => fact),
    confidence,
    verdict: { outcome, passage, shortAnswer: cutOut(shortAnswer, quoted), guess: cutOut(guess, quoted) },
  };
}

function cutOut(span: Span | null, text: string): string | null {
  return span === null ? null : text.slice(span.start, span.end);
}

/** Returns the steps that search words alone. */
function createSteps(base: FactBase): Required<Pick<TimedSteps, 'firstPass' | 'find'>> {
  return {
    firstPass: (question) => () => base.find(readQuestion(base, question).terms, CANDIDATES),
    find: (question) => {
      const read = readQuestion(base, question);
      return () => base.find(read.terms, CANDIDATES);
    },
  };
}

/**
 * Creates the step that completes half of a question, out of half as many made-up questions as there are facts: made-up articles ask none
 * themselves. It makes the questions up when it is first used, so that they do not count as part of the index.
 */
function createSuggestStep(articles: readonly Article[]): Step {
  let suggestions: Suggestions | null = null;
  return (question) => {
    suggestions ??= Suggestions.create(makeUpQuestions(articles));
    const offered = suggestions;
    const typed = question.slice(0, question.length / 2);
    return () => offered.complete(typed, MAX_SUGGESTED);
  };
}

function makeUpQuestions(articles: readonly Article[]): readonly string[] {
  const facts = articles.reduce((sum, article) => sum + article.facts.length, 0);
  return generateQuestions(articles, Math.ceil(facts / 2), createRandom(facts)).map(({ text }) => text);
}

/** In turn: a word alone, a phrase, and a pronoun among as many words as make reading slowest. */
const FOLLOW_UPS: readonly ((words: readonly string[]) => string)[] = [
  () => 'when?',
  ([word = 'time']) => `and in ${word}?`,
  (words) => `how many ${words[0] ?? 'parts'} does it have ${words.join(' ')}?`,
];
/** A text of more than 24 words is never read as a follow-up. */
const MAX_WORDS = 16;

/** Creates the step that reads and answers a follow-up of a question. The question itself counts as answered and is not timed. */
function createFollowUpStep(base: FactBase, readVectors: () => FactVectors | null): Step {
  let turn = 0;
  return (question) => {
    const asked = readQuestion(base, question);
    const fact = base.find(asked.terms, 1)[0]?.fact ?? base.facts.at(0);
    const followUp = FOLLOW_UPS[turn++ % FOLLOW_UPS.length];
    if (fact === undefined || followUp === undefined) return () => null;
    const [text, last] = [followUp(listContentWords(fact)), { question, fact, words: null, isLatest: true }];
    return () => {
      const read = readFollowUp(readQuestion(base, text), last);
      return read && answerFollowUp(read, { last, limit: LIMIT, vectors: readVectors() });
    };
  };
}

function listContentWords({ text }: Fact): readonly string[] {
  return splitWords(text)
    .map(({ folded }) => folded)
    .filter((word) => !isFunctionWord(word))
    .slice(0, MAX_WORDS);
}
