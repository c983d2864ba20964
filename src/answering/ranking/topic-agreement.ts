import type { FactBase } from '../../search/fact-base.ts';
import type { Candidate } from '../../search/index/candidate.ts';
import { isFunctionWord } from '../../text/words/function-words.ts';
import { isQuestion } from '../../text/words/questions.ts';
import { stem } from '../../text/words/stems.ts';
import { splitWords } from '../../text/words/words.ts';
import type { Question } from '../question/question.ts';

/** From here on the article asks the same as the asker. */
export const SAME_FROM = 0.5;
/** Added to the score of a fact that the article gives as the answer to this very question. It outweighs what the reader says. */
const BONUS = 12;

/** What stands further below a heading is less likely the answer to it than what stands right below. */
const FURTHER_BELOW = BONUS / 2;
/** From here on the heading asks nothing else. */
export const EQUAL_FROM = 0.9;

/** How far what an article says that a fact is about agrees with what is asked; each from 0 to 1. */
export interface TopicAgreement {
  /** The weight of the words asked that it holds, as a share of all words asked. */
  readonly coverage: number;
  /** The weight of the words in common, as a share of all words of both. */
  readonly sameness: number;
  /** Whether it is a question. */
  readonly asks: boolean;
}

const NONE: TopicAgreement = { coverage: 0, sameness: 0, asks: false };

/** The numbers before a heading, as in “1. Install”, “2.3) Rules”, say nothing of it. */
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[a-z][.)]|step \d{1,3}[.:)]?)\s+/i;

/** “--workspace” is the name of an option: “what is a workspace” does not ask about it. */
const OPTION = /^`?--?\p{L}/u;

/** “AFK: away from keyboard”, “AFK | away from keyboard”, “AFK - …”: what an item or a row explains. */
const LEADING_TERM = /^[^\n]{1,60}?(?=:\s| [-–—|] )/u;

/** How far the question before a fact, or the heading above it, is what is asked. */
export function measureAgreementAbove(
  question: Question,
  { index }: Pick<Candidate, 'index'>,
): TopicAgreement {
  const { base } = question;
  return compareTopic(question, base.surroundings.findTopic(index));
}

/** How far what the article says that a fact is about, above it or at its beginning, is what is asked. */
export function measureAgreement(question: Question, { index }: Pick<Candidate, 'index'>): TopicAgreement {
  const { base } = question;
  const above = measureAgreementAbove(question, { index });
  const term = LEADING_TERM.exec(base.facts[index]?.text ?? '')?.[0] ?? null;
  const leading = term === null ? NONE : compareTopic(question, term);
  return leading.sameness > above.sameness ? leading : above;
}

function compareTopic({ base, terms, text }: Question, topic: string | null): TopicAgreement {
  if (topic === null || (OPTION.test(topic) && !text.includes('-'))) return NONE;
  const words = splitWords(topic.replace(NUMBERING, '')).filter(({ folded }) => !isFunctionWord(folded));
  const said = new Set(words.map(({ folded }) => stem(folded)));
  const asked = new Set(terms.map((term) => term.stem));
  const weightOf = (stems: readonly string[]): number =>
    stems.reduce((sum, stemmed) => sum + base.idf(stemmed), 0);
  const [all, wanted] = [weightOf([...new Set([...said, ...asked])]), weightOf([...asked])];
  const common = weightOf([...asked].filter((stemmed) => said.has(stemmed)));
  if (wanted === 0) return NONE;
  return { coverage: common / wanted, sameness: common / all, asks: isQuestion(topic) };
}

/**
 * The bonus of a fact whose heading, or the question before it, is what the asker asks. The question itself and entries of a table of contents
 * lose as much.
 */
export function computeTopicBonus(question: Question, candidate: Candidate): number {
  const { base } = question;
  const { sameness } = measureAgreement(question, candidate);
  const answers =
    sameness < EQUAL_FROM ? 0 : BONUS * sameness - (isFirst(base, candidate) ? 0 : FURTHER_BELOW);
  const asksOnly = isQuestion(candidate.fact.text) || base.repeatsHeading(candidate);
  return answers - (asksOnly ? BONUS : 0);
}

/** Whether the fact is the first that the article gives as the answer to its own question. */
function isFirst(base: FactBase, { index }: Candidate): boolean {
  return base.surroundings.findTopic(index - 1) !== base.surroundings.findTopic(index);
}
