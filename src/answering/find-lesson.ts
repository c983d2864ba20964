import { type ReadText, unlessGone } from '../encoders/encoders.ts';
import type { Article, Fact } from '../knowledge/article.ts';
import type { FactBase } from '../search/fact-base.ts';
import { highest } from '../search/highest.ts';
import { MeaningIndex } from '../search/meaning-index.ts';
import { stem } from '../text/stems.ts';
import { splitWords } from '../text/words.ts';
import { confidenceByMeaning } from './confidence-by-meaning.ts';
import type { Meaning } from './meaning.ts';
import { type Strictness, THRESHOLDS } from './outcome.ts';
import { type Question, readQuestion, spelledOut } from './question.ts';

/** A question that a moderator has taught to be answered with a fact. */
export interface Lesson {
  readonly phrasing: string;
  readonly fact: Fact;
  /** The one that holds it. */
  readonly article: Article;
}

interface Known {
  readonly lessons: readonly Lesson[];
  readonly meaning: Meaning;
  readonly strictness: Strictness;
}

/** So many of the likest are read. */
const READ = 3;

/**
 * The lesson that answers a question which is put in other words than it was taught in; null where none is as sure as an answer has to be.
 * What two questions mean is too alike where they ask for opposite things, such as banning and unbanning, to be told apart by their vectors:
 * the reader reads the fact with the taught question as its heading.
 */
export async function findLesson(
  base: FactBase,
  text: string,
  { lessons, meaning, strictness }: Known,
): Promise<Lesson | null> {
  const question = readQuestion(base, text);
  if (lessons.length === 0 || question.terms.length === 0) return null;
  const { encoders } = meaning;
  const asked = spelledOut(base, question);
  const texts = lessons.map(toReadText);
  const vectors = await unlessGone(Promise.all([encoders.embedQuestion(asked), encoders.embedFacts(texts)]));
  if (vectors === null) return null;
  const likenesses = new MeaningIndex(vectors[1]).likenessOf(vectors[0]);
  const nearest = highest(likenesses, READ);
  const read = await unlessGone(
    encoders.read(
      asked,
      nearest.flatMap((place) => texts[place] ?? []),
    ),
  );
  const judged = (read ?? []).map(({ answers }, number) => {
    const place = nearest[number] ?? 0;
    const [lesson, likeness] = [lessons[place], likenesses[place] ?? 0];
    const unsaid = unsaidIn(question, texts[place]);
    return { lesson, confidence: confidenceByMeaning({ answers, likeness, found: 1 }, { unsaid }, question) };
  });
  const [best] = judged.toSorted((a, b) => b.confidence - a.confidence);
  return best !== undefined && best.confidence >= THRESHOLDS[strictness].answered
    ? (best.lesson ?? null)
    : null;
}

function toReadText({ phrasing, fact }: Lesson): ReadText {
  return { topic: phrasing, before: '', text: fact.text };
}

function unsaidIn({ terms, isOtherLanguage }: Question, text: ReadText | undefined): Question['terms'] {
  if (text === undefined || isOtherLanguage) return [];
  const said = new Set(splitWords(`${text.topic} ${text.text}`).map(({ folded }) => stem(folded)));
  return terms.filter((term) => !said.has(term.stem));
}
