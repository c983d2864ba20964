import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { buildAnswerPassage } from '../../src/answering/passage/build-passage.ts';
import { toPassageText } from '../../src/answering/passage/passage.ts';
import { readQuestion } from '../../src/answering/question/question.ts';
import { readKnowledge } from '../../src/knowledge/folder/read-knowledge.ts';
import { loadSets } from '../../src/measuring/evaluation/formats/load-sets.ts';
import { toArticle } from '../../src/measuring/evaluation/formats/plain-set.ts';
import { FactBase } from '../../src/search/fact-base.ts';

const SETS = '../shared/eval';
const NATURAL = join(SETS, 'natural');
const PLAIN = ['customs-dev', 'customs-paraphrase-dev', 'nq-qed-dev', 'xquad-en', 'covidqa'];
const isThere = existsSync(NATURAL);
if (!isThere) console.warn(`not tested, since ${NATURAL} is not there: the same question in other letters`);
/** Of each set, so that the test stays short. */
const MOST_QUESTIONS = 12;

/** As others would type it. */
const WRITTEN: readonly ((question: string) => string)[] = [
  (question) => `${question.slice(0, 1).toUpperCase()}${question.slice(1).replace(/\bi\b/g, 'I')}?`,
  (question) => `  ${question.replaceAll(' ', '  ')} ??`,
  (question) => question.toLowerCase(),
  (question) => `Hi, ${question} Thanks!`,
  (question) => question.replace(/\b(what|where|who|how)(?:['’]?s| is)\b/gi, '$1s'),
];

interface AskedBase {
  readonly name: string;
  readonly open: () => Promise<FactBase>;
  readonly questions: readonly string[];
}

function some(questions: readonly { readonly question: string }[]): readonly string[] {
  const every = Math.max(1, Math.floor(questions.length / MOST_QUESTIONS));
  return questions.filter((_, index) => index % every === 0).map(({ question }) => question);
}

/** Some of the questions of every set, with the articles they are asked of. */
async function askedBases(): Promise<readonly AskedBase[]> {
  const { natural } = await loadSets(NATURAL);
  const plain = await Promise.all(PLAIN.map((name) => loadSets(join(SETS, 'sets', `${name}.json`))));
  return [
    ...natural.map(({ name, folder, questions }) => ({
      name,
      open: async () => FactBase.build((await readKnowledge(folder)).articles),
      questions: some(questions),
    })),
    ...plain.flatMap(({ plain: sets }) =>
      sets.map(({ name, articles, questions }) => ({
        name,
        open: async () => FactBase.build(articles.map(toArticle)),
        questions: some(questions),
      })),
    ),
  ];
}

describe.skipIf(!isThere).each(isThere ? await askedBases() : [])(
  'members who ask of $name',
  ({ open, questions }) => {
    test('get the same passage and outcome, however they write a question', {
      timeout: 120_000,
    }, async () => {
      const base = await open();
      const reply = async (question: string): Promise<object> => {
        const answer = await answerQuestion(readQuestion(base, question), { limit: 3 });
        const passage = buildAnswerPassage(readQuestion(base, question), answer);
        const { outcome, matches } = answer;
        const text = passage && toPassageText(passage.lines);
        return { outcome, text, facts: matches.map(({ fact }) => fact.id) };
      };
      for (const question of questions)
        for (const written of WRITTEN)
          expect({ question, ...(await reply(written(question))) }).toEqual({
            question,
            ...(await reply(question)),
          });
    });
  },
);
