import { answerFollowUp } from '../../answering/answer-follow-up.ts';
import { readFollowUp } from '../../answering/follow-up/follow-up.ts';
import { readQuestion } from '../../answering/question/question.ts';
import type { FactVectors } from '../../answering/reading/fact-vectors.ts';
import type { Fact } from '../../knowledge/article/article.ts';
import type { FactBase } from '../../search/fact-base.ts';
import { isFunctionWord } from '../../text/words/function-words.ts';
import { splitWords } from '../../text/words/words.ts';
import { LIMIT, type Step } from './contender.ts';

/** In turn: a word alone, a phrase, and a pronoun among as many words as make reading slowest. */
const FOLLOW_UPS: readonly ((words: readonly string[]) => string)[] = [
  () => 'when?',
  ([word = 'time']) => `and in ${word}?`,
  (words) => `how many ${words[0] ?? 'parts'} does it have ${words.join(' ')}?`,
];
/** A text of more than 24 words is never read as a follow-up. */
const MAX_WORDS = 16;

/** Creates the step that reads and answers a follow-up of a question. The question itself counts as answered and is not timed. */
export function createFollowUpStep(base: FactBase, readMeaning: () => FactVectors | null): Step {
  let turn = 0;
  return (question) => {
    const asked = readQuestion(base, question);
    const fact = base.find(asked.terms, 1)[0]?.fact ?? base.facts[0];
    const followUp = FOLLOW_UPS[turn++ % FOLLOW_UPS.length];
    if (fact === undefined || followUp === undefined) return () => null;
    const [text, last] = [followUp(contentWords(fact)), { question, fact, words: null, isLatest: true }];
    return () => {
      const read = readFollowUp(readQuestion(base, text), last);
      return read && answerFollowUp(read, { last, limit: LIMIT, vectors: readMeaning() });
    };
  };
}

function contentWords({ text }: Fact): readonly string[] {
  return splitWords(text)
    .map(({ folded }) => folded)
    .filter((word) => !isFunctionWord(word))
    .slice(0, MAX_WORDS);
}
