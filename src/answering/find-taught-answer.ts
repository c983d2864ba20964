import { type Encoders, type ReadText, unlessGone } from '../encoders/encoders.ts';
import type { Article, Fact } from '../knowledge/article/article.ts';
import type { FactBase } from '../search/fact-base.ts';
import { highest } from '../search/index/highest.ts';
import { MeaningIndex } from '../search/index/meaning-index.ts';
import { stem } from '../text/words/stems.ts';
import { splitWords } from '../text/words/words.ts';
import { type Question, readQuestion, spelledOut } from './question/question.ts';
import { textBelow } from './reading/reading-context.ts';
import { confidenceByMeaning } from './verdict/confidence-by-meaning.ts';
import { type Strictness, THRESHOLDS } from './verdict/outcome.ts';

/** A question that a moderator has taught to be answered with a fact. */
export interface TaughtAnswer {
  readonly phrasing: string;
  readonly fact: Fact;
  /** The article that holds the fact. */
  readonly article: Article;
}

/** Taught answers with what they mean. */
export interface TaughtMeaning {
  readonly encoders: Encoders;
  readonly answers: readonly TaughtAnswer[];
  /** Of the answers, in their order. */
  readonly index: MeaningIndex;
}

/** Embeds taught answers. Takes some 10 ms for each that is not remembered. */
export async function understandTaught(
  answers: readonly TaughtAnswer[],
  encoders: Encoders,
): Promise<TaughtMeaning> {
  return { encoders, answers, index: new MeaningIndex(await encoders.embedFacts(answers.map(toReadText))) };
}

/** How many of the most similar taught answers are read. */
const READ = 3;
/** Taught answers do not compete, so each counts as leading by this much. Chosen so that the lead and the likeness weigh as before; not tuned. */
const ASSUMED_LEAD = 3;

/**
 * Finds the taught answer to a question put in other words; null where none is sure enough. Vectors cannot tell “ban” from “unban”, so the
 * reader reads each fact with the taught question as its heading.
 */
export async function findTaughtAnswer(
  base: FactBase,
  text: string,
  { taught, strictness }: { readonly taught: TaughtMeaning; readonly strictness: Strictness },
): Promise<TaughtAnswer | null> {
  const question = readQuestion(base, text);
  if (taught.answers.length === 0 || question.terms.length === 0) return null;
  const judged = await unlessGone(judgeNearest(base, question, taught));
  const [best] = (judged ?? []).toSorted((a, b) => b.confidence - a.confidence);
  return best !== undefined && best.confidence >= THRESHOLDS[strictness].answered ? best.answer : null;
}

async function judgeNearest(base: FactBase, question: Question, { encoders, answers, index }: TaughtMeaning) {
  const asked = spelledOut(base, question);
  const likenesses = index.likenessOf(await encoders.embedQuestion(asked));
  const nearest = highest(likenesses, READ).flatMap((place) => {
    const answer = answers[place];
    return answer === undefined ? [] : { answer, text: toReadText(answer), likeness: likenesses[place] ?? 0 };
  });
  const judgements = await encoders.read(
    asked,
    nearest.map((each) => each.text),
  );
  return nearest.map(({ answer, text, likeness }, place) => {
    const logit = judgements[place]?.answers ?? Number.NEGATIVE_INFINITY;
    const unsaid = unsaidIn(question, text).length;
    return {
      answer,
      confidence: confidenceByMeaning(question, { answers: logit, likeness, unsaid, lead: ASSUMED_LEAD }),
    };
  });
}

function toReadText({ phrasing, fact }: TaughtAnswer): ReadText {
  return textBelow(phrasing, fact);
}

function unsaidIn({ terms, isOtherLanguage }: Question, { topic, text }: ReadText): Question['terms'] {
  if (isOtherLanguage) return [];
  const said = new Set(splitWords(`${topic} ${text}`).map(({ folded }) => stem(folded)));
  return terms.filter((term) => !said.has(term.stem));
}
