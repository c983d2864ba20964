import type { Candidate } from '../search/fact-base.ts';
import type { Term } from '../search/terms.ts';
import { answerCandidates } from './answer-candidates.ts';
import type { Question } from './question.ts';

/** What can be told an asker of why a match may not answer. */
export interface Evidence {
  /** What is asked and said neither by the sentence nor around it. */
  readonly unsaid: readonly Term[];
  /** Whether the sentence surely holds nothing of what is asked for: no date, number, name… */
  readonly lacksDetail: boolean;
  /** Whether it says all that is asked, of which there are two words at least, and holds what is asked for. */
  readonly saysAll: boolean;
  /** Whether it lacks the date or the number that is asked for: these are hardly ever written in a way that goes unseen. */
  readonly lacksFigure: boolean;
}

export function weighEvidence(question: Question, { fact, said, saidAround }: Candidate): Evidence {
  const held = answerCandidates(question, fact.text)?.length;
  const lacksDetail = held === 0;
  return {
    unsaid: question.terms.filter((_, place) => !saidAround.has(place)),
    lacksDetail,
    saysAll:
      held !== undefined && held > 0 && question.terms.length >= 2 && said.size === question.terms.length,
    lacksFigure: lacksDetail && (question.asksFor === 'date' || question.asksFor === 'number'),
  };
}
