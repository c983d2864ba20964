import type { LastQuestion } from '../../../src/answering/follow-up/antecedent.ts';
import { readPhrases } from '../../../src/answering/follow-up/phrases.ts';
import { splitWords, type Word } from '../../../src/text/words/words.ts';
import { baseOf } from '../../articles.ts';

interface Answered {
  /** The sentence that answered. */
  readonly fact?: string;
  /** The words of it that were pointed at. */
  readonly words?: string;
  readonly title?: string;
  /** What the article says, folded, beside that sentence. */
  readonly said?: string;
}

/** A question that was answered, as the next one may lean on it. */
export function lastQuestion(question: string, answered: Answered = {}): LastQuestion {
  const { fact: text = 'So it is.', words = null, title = 'Notes', said = '' } = answered;
  const [fact] = baseOf(text).facts;
  if (fact === undefined) throw new Error(`“${text}” is no fact`);
  const held = ` ${[text, said].map(folded).join(' . ')} `;
  return {
    exchange: { question, fact, words, isLatest: true },
    phrases: readPhrases(question, { isSaid: (phrase) => held.includes(` ${phrase} `) }),
    title,
  };
}

function folded(text: string): string {
  return splitWords(text)
    .map((word: Word) => word.folded)
    .join(' ');
}
