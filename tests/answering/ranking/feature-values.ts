import { readQuestion } from '../../../src/answering/question.ts';
import { type FeatureGroup, type Scene, setScene } from '../../../src/answering/ranking/scene.ts';
import type { FactBase } from '../../../src/search/fact-base.ts';
import { models } from '../../models.ts';

/** All facts of a small base beside a question, as they are when they are ranked. */
export function sceneOf(base: FactBase, asked: string): Scene {
  const question = readQuestion(base, asked, models.vectors);
  const candidates = base.find(question.terms, base.facts.length, { atLeast: base.facts.length });
  return setScene(base, models.vectors, { question, candidates });
}

/** Reads what a group of features says, under one of its names, of one sentence of a base beside a question. */
export function featureReader(
  { names, open }: FeatureGroup,
  base: FactBase,
  asked: string,
): (name: string, sentence: string) => number {
  const scene = sceneOf(base, asked);
  const read = open(scene);
  return (name, sentence) => {
    const place = scene.candidates.findIndex(({ fact }) => fact.text === sentence);
    const candidate = scene.candidates[place];
    const value = candidate && read(candidate, place)[names.indexOf(name)];
    if (value === undefined) throw new Error(`no “${name}” of “${sentence}”`);
    return value;
  };
}
