/** Lays the training questions out for `reader.py`: `node training/built/training/reader-examples.js TRAIN_FOLDER`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aroundOf } from '../src/answering/ranking/around.ts';
import { loadQuestionSets, type SetQuestion } from '../src/evaluation/question-set.ts';
import { toArticle } from '../src/evaluation/respond.ts';
import type { Fact } from '../src/knowledge/article.ts';
import { decodeModelFile } from '../src/learned/model-file.ts';
import { WordVectors } from '../src/learned/word-vectors.ts';
import { passageInput, TOKEN_FEATURES } from '../src/reading/passage-input.ts';
import { QUESTION_FEATURES, questionInput } from '../src/reading/question-input.ts';
import { FactBase } from '../src/search/fact-base.ts';
import { splitWords } from '../src/text/words.ts';

const vectors = new WordVectors(decodeModelFile(readFileSync('models/word-vectors.bin')));

interface Example {
  readonly q: readonly number[];
  readonly c: readonly (readonly number[])[];
  readonly gold: readonly (readonly number[])[];
  readonly a: number;
}

class Examples {
  readonly #words: Int32Array[] = [];
  readonly #features: Uint8Array[] = [];
  readonly #examples: Example[] = [];
  #tokens = 0;

  add(
    question: string,
    passages: readonly {
      fact: Fact;
      around: ReadonlySet<string>;
      answers: readonly (readonly [number, number])[];
    }[],
    article: number,
  ): void {
    const input = questionInput(question, vectors);
    const q = this.#put(input.words, input.features, QUESTION_FEATURES);
    const gold: number[][] = [];
    const c = passages.map(({ fact, around, answers }, index) => {
      const { tokens, words, features } = passageInput(input, { text: fact.text, around }, vectors);
      for (const [start, end] of answers) {
        const first = tokens.findIndex((token) => token.end > start);
        const last = tokens.findLastIndex((token) => token.start < end);
        if (first >= 0 && last >= first) gold.push([index, first, last]);
      }
      return this.#put(words, features, TOKEN_FEATURES);
    });
    if (gold.length > 0 && q[1] !== 0) this.#examples.push({ q, c, gold, a: article });
  }

  #put(words: readonly number[], features: Float32Array, each: number): readonly number[] {
    const rows = new Uint8Array(words.length * TOKEN_FEATURES);
    for (let row = 0; row < words.length; row++) {
      for (let i = 0; i < each; i++)
        rows[row * TOKEN_FEATURES + i] = Math.round(255 * (features[row * each + i] ?? 0));
    }
    this.#words.push(Int32Array.from(words));
    this.#features.push(rows);
    const at = this.#tokens;
    this.#tokens += words.length;
    return [at, words.length];
  }

  write(name: string): void {
    const folder = 'training/work';
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, `${name}.words`),
      Buffer.concat(this.#words.map((part) => Buffer.from(part.buffer))),
    );
    writeFileSync(join(folder, `${name}.features`), Buffer.concat(this.#features));
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(this.#examples));
    process.stdout.write(`${name}: ${this.#examples.length} questions, ${this.#tokens} tokens\n`);
  }
}

async function layOut(file: string, name: string, negatives: number): Promise<void> {
  const [set] = await loadQuestionSets(file);
  if (set === undefined) throw new Error(file);
  const base = new FactBase(set.articles.map(toArticle));
  const indexOf = new Map(base.facts.map((fact, index) => [fact.id, index]));
  const byPath = new Map<string, Fact[]>();
  for (const fact of base.facts) byPath.set(fact.path, [...(byPath.get(fact.path) ?? []), fact]);
  const articleIndex = new Map(set.articles.map(({ id }, index) => [id, index]));
  const byArticle = new Map(base.articles.map((article) => [article.path, article]));
  const aroundIn = (fact: Fact): ReadonlySet<string> => {
    const article = byArticle.get(fact.path);
    if (article === undefined) throw new Error(fact.path);
    return aroundOf(fact, article, base.facts[(indexOf.get(fact.id) ?? 0) - 1]);
  };
  const examples = new Examples();
  for (const question of set.questions) {
    if (!question.isAnswerable || question.gold.length === 0) continue;
    const golds = goldFacts(question, byPath.get(question.articleId ?? '') ?? []);
    const [first] = golds;
    if (first === undefined) continue;
    const found = base
      .find(base.readTerms(splitWords(question.question)), negatives + 6)
      .map(({ fact }) => fact);
    const others = found.filter((fact) => !golds.some((gold) => gold.fact === fact)).slice(0, negatives);
    const passages = [...golds.slice(0, 1), ...others.map((fact) => ({ fact, answers: [] }))];
    examples.add(
      question.question,
      passages.map(({ fact, answers }) => ({ fact, answers, around: aroundIn(fact) })),
      articleIndex.get(question.articleId ?? '') ?? 0,
    );
  }
  examples.write(name);
}

function goldFacts({ gold, answers }: SetQuestion, facts: readonly Fact[]) {
  const found: { fact: Fact; answers: (readonly [number, number])[] }[] = [];
  for (const [index, { paragraph, start }] of gold.entries()) {
    const fact = facts.find(
      (each) => each.paragraph === paragraph + 1 && each.start <= start && start < each.end,
    );
    if (fact === undefined) continue;
    const place = start - fact.start;
    const span = [place, place + (answers[index]?.length ?? 1)] as const;
    const same = found.find((each) => each.fact === fact);
    if (same === undefined) found.push({ fact, answers: [span] });
    else same.answers.push(span);
  }
  return found;
}

const [folder = ''] = process.argv.slice(2);
await layOut(join(folder, 'train/squad11-train44.json'), 'squad', 5);
await layOut(join(folder, 'train/qamr-dev.json'), 'qamr-dev', 1);
await layOut(join(folder, 'train/qamr-test.json'), 'qamr-test', 1);
await layOut(join(folder, 'sets/squad11-dev.json'), 'dev-squad', 5);
await layOut(join(folder, 'sets/nq-qed-dev.json'), 'dev-nq', 5);
