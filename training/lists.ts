import type { AnsweringModels } from '../src/answering/answering-models.ts';
import { type Question, readQuestion } from '../src/answering/question.ts';
import { finalFeatures, findFor, readBest, weigh } from '../src/answering/ranking/rank.ts';
import type { Ranked } from '../src/answering/ranking/ranked.ts';
import { toArticle } from '../src/evaluation/contenders/respond.ts';
import { loadSets } from '../src/evaluation/formats/load-sets.ts';
import type { QuestionSet, SetArticle, SetQuestion } from '../src/evaluation/formats/question-set.ts';
import { isGold } from '../src/evaluation/measures/measure.ts';
import type { Fact } from '../src/knowledge/article.ts';
import type { Scorer } from '../src/learned/scorer.ts';
import { FactBase } from '../src/search/fact-base.ts';
import type { Example } from './scorer-training.ts';

/** A question asked of a base, which holds its answer or not. */
export interface Asked {
  readonly base: FactBase;
  readonly text: string;
  /** Whether a fact of the base answers. */
  readonly isRight: (fact: Fact) => boolean;
}

/** A question of a set, asked in these words. */
export function askedOf(base: FactBase, question: SetQuestion, text = question.question): Asked {
  return { base, text, isRight: (fact) => isGold(question, fact) };
}

/** What was found for it, best first. */
export interface List {
  readonly asked: Asked;
  readonly question: Question;
  readonly found: readonly Ranked[];
}

type Models = Pick<AnsweringModels, 'vectors' | 'reader' | 'firstRanker'>;

/** The one set that a file holds. */
export async function loadSet(file: string): Promise<QuestionSet> {
  const [set] = (await loadSets(file)).plain;
  if (set === undefined) throw new Error(`${file} is empty`);
  return set;
}

export function baseOf(articles: readonly SetArticle[]): FactBase {
  return new FactBase(articles.map(toArticle));
}

/** The candidates as the first ranker orders them. */
export function weighed(asked: Asked, models: Pick<Models, 'vectors' | 'firstRanker'>): List {
  const question = readQuestion(asked.base, asked.text, models.vectors);
  const found = findFor(asked.base, question, { models });
  return { asked, question, found: weigh(asked.base, question, { found, models }) };
}

/** The best of them, read, in the same order. */
export function read(asked: Asked, models: Models): List {
  const { question, found } = weighed(asked, models);
  return { asked, question, found: readBest(asked.base, question, { weighed: found, models }) };
}

/** A list in the order of the final ranker. */
export function ordered(list: List, finalRanker: Scorer): List {
  const scored = list.found.map((each) => ({ ...each, score: finalRanker.score(finalFeatures(each)) }));
  return { ...list, found: scored.toSorted((a, b) => b.score - a.score) };
}

export function isRight({ asked }: List, { candidate }: Ranked): boolean {
  return asked.isRight(candidate.fact);
}

/** A list to order, by what `featuresOf` sees of each candidate. */
export function toExample(list: List, featuresOf: (ranked: Ranked) => readonly number[]): Example {
  return {
    rows: list.found.map(featuresOf),
    wanted: list.found.map((each) => Number(isRight(list, each))),
  };
}
