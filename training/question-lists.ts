/**
 * Lays out what the encoders learn from and are measured with, a file for each set:
 * `node training/built/training/question-lists.js FOLDER OUT PART...`, where FOLDER holds the parts.
 */
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openEncoders } from '../src/encoders/open-encoders.ts';
import type { Fact } from '../src/knowledge/article/article.ts';
import { parseArticle } from '../src/knowledge/folder/parse-article.ts';
import { readKnowledge } from '../src/knowledge/folder/read-knowledge.ts';
import type { FaqFile, FaqQuestion, FaqSet } from '../src/measuring/evaluation/formats/faq-set.ts';
import { loadSets } from '../src/measuring/evaluation/formats/load-sets.ts';
import { removeMarks } from '../src/measuring/evaluation/formats/marked-lines.ts';
import type { NaturalQuestion, NaturalSet } from '../src/measuring/evaluation/formats/natural-set.ts';
import {
  type PlainQuestion,
  type PlainSet,
  toArticle,
} from '../src/measuring/evaluation/formats/plain-set.ts';
import { answersQuestion } from '../src/measuring/evaluation/measures/natural-measure.ts';
import { isGold } from '../src/measuring/evaluation/measures/plain-measure.ts';
import { normaliseText } from '../src/measuring/kit/word-overlap.ts';
import { FactBase } from '../src/search/fact-base.ts';
import { type Labelled, ListLayout, type Span } from './list-layout.ts';

/** A shorter text may occur in any passage. */
const MIN_CHARS = 12;
/** Most answers in a list of questions and answers answer at their start: of 253 examined, nine in ten in their first two sentences. */
const FIRST_FACTS = 2;

const [folder = '', out = '', ...parts] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const encoders = await openEncoders({ folder: 'models', threads: 1, vectors: join(out, 'vectors') });

for (const part of parts) {
  const path = join(folder, part);
  const { natural, faq, plain } = await loadSets(part.startsWith('natural') ? path : `${path}.json`);
  for (const set of natural) await layOut(`${part}-${set.name}`, (layout) => addNatural(layout, set));
  for (const set of faq) await layOut(set.name, (layout) => addFaq(layout, set));
  for (const set of plain)
    await layOut(basename(part), (layout) =>
      layout.add(FactBase.build(set.articles.map(toArticle)), plainQuestions(set)),
    );
}

async function layOut(name: string, add: (layout: ListLayout) => Promise<void>): Promise<void> {
  const layout = new ListLayout(encoders);
  await add(layout);
  process.stdout.write(layout.write(join(out, `${name}.json`)));
}

async function addNatural(layout: ListLayout, set: NaturalSet): Promise<void> {
  const { articles } = await readKnowledge(set.folder);
  await layout.add(FactBase.build(articles), set.questions.map(naturalQuestion));
}

function naturalQuestion(question: NaturalQuestion): Labelled {
  const stands = standsIn(question.whole ?? '');
  return {
    text: question.question,
    isAnswerable: question.isAnswerable,
    isHeading: false,
    isRight: (fact) => answersQuestion(question, fact),
    isBeside: (fact) =>
      question.gold.some(({ path }) => basename(path) === basename(fact.path)) && stands(fact),
    spanIn: () => null,
  };
}

function plainQuestions({ questions }: PlainSet): readonly Labelled[] {
  return questions.map((question) => {
    const accepted = question.answers.map(normaliseText).filter((text) => text.length > 2);
    return {
      text: question.question,
      isAnswerable: question.isAnswerable,
      isHeading: false,
      isRight: (fact) => isGold(question, fact),
      // Another sentence that holds the answer may well answer.
      isBeside: ({ path, text }) =>
        path === question.articleId &&
        accepted.some((each) => ` ${normaliseText(text)} `.includes(` ${each} `)),
      spanIn: (fact) => spanIn(question, fact),
    };
  });
}

function spanIn({ gold, answers: accepted }: PlainQuestion, fact: Fact): Span | null {
  const index = gold.findIndex(
    ({ paragraph, start }) => fact.paragraph === paragraph + 1 && fact.start <= start && start < fact.end,
  );
  const start = (gold[index]?.start ?? 0) - fact.start;
  return index < 0 ? null : [start, start + (accepted[index]?.length ?? 1)];
}

async function addFaq(layout: ListLayout, { questions }: FaqSet): Promise<void> {
  const byFile = new Map<FaqFile, FaqQuestion[]>();
  for (const question of questions)
    byFile.set(question.file, [...(byFile.get(question.file) ?? []), question]);
  for (const [{ path, markdown }, own] of byFile) {
    const { article } = parseArticle(path, Buffer.from(markdown));
    if (article === null) continue;
    await layout.add(
      FactBase.build([article]),
      own.map((question) => faqQuestion(question, article.facts)),
    );
  }
}

/** Labels the first facts of the section as right, because the set does not say which facts answer. */
function faqQuestion({ question, section, isReworded }: FaqQuestion, facts: readonly Fact[]): Labelled {
  const stands = standsIn(removeMarks(section));
  const first = new Set(facts.filter(stands).slice(0, FIRST_FACTS));
  return {
    text: question,
    isAnswerable: true,
    isHeading: !isReworded,
    isRight: (fact) => first.has(fact),
    isBeside: stands,
    spanIn: () => null,
  };
}

/** Returns a test whether a fact is in the text, ignoring marks and white space. */
function standsIn(text: string): (fact: Fact) => boolean {
  const whole = ` ${normaliseText(text)} `;
  return (fact) => {
    const own = normaliseText(fact.text);
    return own.length >= MIN_CHARS && whole.includes(` ${own} `);
  };
}
