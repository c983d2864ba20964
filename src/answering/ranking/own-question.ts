import type { Candidate } from '../../search/candidate.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { isFunctionWord } from '../../text/function-words.ts';
import { isQuestion } from '../../text/questions.ts';
import { stem } from '../../text/stems.ts';
import { splitWords } from '../../text/words.ts';
import type { Question } from '../question.ts';

/** From here on the article asks the same as the asker. */
export const SAME_FROM = 0.5;
/** What it moves a fact by that the article gives it as the answer: more than all that is learned, which knows no such lists. */
const BONUS = 12;

/** What stands further below a heading that asks is less likely the answer than what stands right below it. */
const FURTHER_BELOW = 3;

/**
 * How far the question that the article itself answers with a fact is the one that was asked: the weight of the words in
 * common as a share of all of both, 0 to 1; 0 where the article asks nothing there.
 */
export function sameness(base: FactBase, question: Question, { index }: Pick<Candidate, 'index'>): number {
  const own = base.ownQuestion(index);
  if (own === null) return 0;
  const said = new Set(
    splitWords(own)
      .filter(({ folded }) => !isFunctionWord(folded))
      .map(({ folded }) => stem(folded)),
  );
  const asked = new Set(question.terms.map((term) => term.stem));
  const weightOf = (stems: readonly string[]): number =>
    stems.reduce((sum, stemmed) => sum + base.idf(stemmed), 0);
  const all = weightOf([...new Set([...said, ...asked])]);
  return all === 0 ? 0 : weightOf([...asked].filter((stemmed) => said.has(stemmed))) / all;
}

/** What a list of questions and answers adds to a fact's score: the answer is what follows the question, never the question. */
export function ownQuestionBonus(base: FactBase, question: Question, candidate: Candidate): number {
  const given = sameness(base, question, candidate);
  const answers = given >= SAME_FROM ? BONUS * given - (isFirst(base, candidate) ? 0 : FURTHER_BELOW) : 0;
  return answers - (isQuestion(candidate.fact.text) ? BONUS : 0);
}

/** Whether the fact is the first that the article gives as the answer to its own question. */
function isFirst(base: FactBase, { index }: Candidate): boolean {
  return base.ownQuestion(index - 1) !== base.ownQuestion(index);
}
