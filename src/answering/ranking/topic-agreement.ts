import type { FactBase } from '../../search/fact-base.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { isQuestion } from '../../text/words/questions.ts';
import { stem } from '../../text/words/stems.ts';
import { isFunctionWord } from '../../text/words/word-lists.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from '../question/question.ts';

/** From this sameness on, the article asks the same as the asker. */
export const SAME_FROM = 0.5;
/** Added to the score of a fact that the article gives as the answer to this very question. It outweighs the reader's logit. */
const BONUS = 12;

/** Taken off for a fact further below the heading: it is less likely the answer than the one right below. */
const FURTHER_BELOW = BONUS / 2;
/** From this sameness on, the heading asks nothing else. */
export const EQUAL_FROM = 0.9;

/** How far the topic of a fact, in the article's own words, agrees with the question; from 0 to 1 each. */
export interface TopicAgreement {
  /** The weight of the question's words that the topic holds, as a share of all words of the question. */
  readonly coverage: number;
  /** The weight of the words in common, as a share of all words of both. */
  readonly sameness: number;
  /** Whether the topic is a question. */
  readonly asks: boolean;
}

const NONE: TopicAgreement = { coverage: 0, sameness: 0, asks: false };

/** The number of a heading, as in “1. Install” or “2.3) Rules”, which says nothing about it. */
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[a-z][.)]|step \d{1,3}[.:)]?)\s+/i;

/** “--workspace” is the name of an option: “what is a workspace” does not ask about it. */
const OPTION = /^`?--?\p{L}/u;

/** The term that an item or a row explains: “AFK: away from keyboard”, “AFK | away from keyboard”, “AFK - …”. */
const LEADING_TERM = /^[^\n]{1,60}?(?=:\s| [-–—|] )/u;

/** Measures how far the question before a fact, or the heading above it, agrees with the question. */
export function measureAgreementAbove(
  question: Question,
  { index }: Pick<Candidate, 'index'>,
): TopicAgreement {
  const { base } = question;
  return compareTopic(question, base.surroundings.findTopic(index));
}

/** Measures how far the topic of a fact, above it or at its beginning, agrees with the question. */
export function measureAgreement(question: Question, { index }: Pick<Candidate, 'index'>): TopicAgreement {
  const { base } = question;
  const above = measureAgreementAbove(question, { index });
  const term = LEADING_TERM.exec(base.findFactAt(index)?.text ?? '')?.[0] ?? null;
  const leading = term === null ? NONE : compareTopic(question, term);
  return leading.sameness > above.sameness ? leading : above;
}

function compareTopic({ base, terms, text }: Question, topic: string | null): TopicAgreement {
  if (topic === null || (OPTION.test(topic) && !text.includes('-'))) return NONE;
  const words = splitWords(topic.replace(NUMBERING, '')).filter(({ folded }) => !isFunctionWord(folded));
  const said = new Set(words.map(({ folded }) => stem(folded)));
  const questionStems = new Set(terms.map((term) => term.stem));
  const weightOf = (stems: readonly string[]): number =>
    stems.reduce((sum, stemmed) => sum + base.idf(stemmed), 0);
  const all = weightOf([...new Set([...said, ...questionStems])]);
  const wanted = weightOf([...questionStems]);
  const common = weightOf([...questionStems].filter((stemmed) => said.has(stemmed)));
  if (wanted === 0) return NONE;
  return { coverage: common / wanted, sameness: common / all, asks: isQuestion(topic) };
}

/**
 * Computes the bonus of a fact whose heading, or the question before it, is what the asker asks. The question itself and entries of a
 * table of contents lose as much.
 */
export function computeTopicBonus(question: Question, candidate: Candidate): number {
  const { base } = question;
  const { sameness } = measureAgreement(question, candidate);
  const answers =
    sameness < EQUAL_FROM ? 0 : BONUS * sameness - (isFirst(base, candidate) ? 0 : FURTHER_BELOW);
  const asksOnly = isQuestion(candidate.fact.text) || base.repeatsHeading(candidate);
  return answers - (asksOnly ? BONUS : 0);
}

/** Returns whether a fact is the first that the article gives as the answer to its own question. */
function isFirst(base: FactBase, { index }: Candidate): boolean {
  return base.surroundings.findTopic(index - 1) !== base.surroundings.findTopic(index);
}
