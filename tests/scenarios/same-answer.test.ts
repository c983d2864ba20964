import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { models } from '../models.ts';

const SETS = '../shared/eval/natural';
const BASES = existsSync(SETS)
  ? readdirSync(SETS).filter((name) => existsSync(join(SETS, `${name}.json`)))
  : [];
if (BASES.length === 0)
  console.warn(`not tested, since ${SETS} is not there: the same question in other letters`);
/** Of each base, so that the test stays short. */
const MOST_QUESTIONS = 15;

/** As others would type it. */
const WRITTEN: readonly ((question: string) => string)[] = [
  (question) => `${question.slice(0, 1).toUpperCase()}${question.slice(1).replace(/\bi\b/g, 'I')}?`,
  (question) => `  ${question.replaceAll(' ', '  ')} ??`,
];

function questionsOf(base: string): readonly string[] {
  const { questions } = Object(JSON.parse(readFileSync(join(SETS, `${base}.json`), 'utf8')));
  return questions.map(({ question }: { readonly question: string }) => question).slice(0, MOST_QUESTIONS);
}

describe.skipIf(BASES.length === 0).each(BASES)('members of %s', (name) => {
  test('get the same passage and outcome, however they begin and end a question', {
    timeout: 60_000,
  }, async () => {
    const base = new FactBase((await readKnowledge(join(SETS, name))).articles);
    const answer = (question: string): object => {
      const { outcome, matches, shortAnswer } = answerQuestion(base, question, { limit: 3, models });
      return { outcome, shortAnswer, facts: matches.map(({ fact }) => fact.id) };
    };
    for (const question of questionsOf(name))
      for (const written of WRITTEN)
        expect({ question, ...answer(written(question)) }).toEqual({ question, ...answer(question) });
  });
});
