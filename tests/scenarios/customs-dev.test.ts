import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SET = join(PROJECT, '../shared/eval/sets/customs-dev.json');

interface Article {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

interface SetQuestion {
  readonly question: string;
  readonly answerable: boolean;
  readonly paragraph: number | null;
  readonly answers: readonly { readonly start?: number }[];
  /** Paragraphs count from 0. */
  readonly sentences?: readonly { readonly paragraph: number; readonly start: number }[];
}

interface QuestionSet {
  readonly articles: readonly Article[];
  readonly questions: readonly SetQuestion[];
}

/** The part of contract 2 that is looked at; here paragraphs count from 1. */
interface Line {
  readonly question: string;
  readonly outcome: string;
  readonly confidence: number;
  readonly matches: readonly { readonly fact: { paragraph: number; start: number; end: number } }[];
}

/** Puts all questions to the built program at once, over a folder that holds nothing but `articles`. */
async function askAll(articles: readonly Article[], questions: readonly string[]): Promise<readonly Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'footnote-customs-'));
  try {
    for (const [number, { title, paragraphs }] of articles.entries()) {
      await writeFile(join(folder, `${number}.txt`), `${[title, ...paragraphs].join('\n\n')}\n`);
    }
    const output = await runAsk(folder, `${questions.join('\n')}\n`);
    return output
      .trimEnd()
      .split('\n')
      .map((line): Line => JSON.parse(line));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runAsk(folder: string, input: string): Promise<string> {
  const args = ['dist/main.js', 'ask', '--json', '--knowledge', folder];
  const env = { ...process.env, ENCODERS: 'off' };
  const child = spawn(process.execPath, args, { cwd: PROJECT, env, stdio: ['pipe', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stdin.end(input);
  const status = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  expect(status).toBe(0);
  return output;
}

function isGold({ paragraph, answers, sentences }: SetQuestion, line: Line | undefined): boolean {
  const fact = line?.matches[0]?.fact;
  const gold =
    sentences ??
    answers.flatMap(({ start }) => (start === undefined || paragraph === null ? [] : [{ paragraph, start }]));
  return (
    fact !== undefined &&
    gold.some(
      (place) =>
        place.paragraph + 1 === fact.paragraph && place.start >= fact.start && place.start < fact.end,
    )
  );
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

describe.skipIf(!existsSync(SET))(
  'the customs questions (not run where ../shared/eval/sets/customs-dev.json is missing)',
  () => {
    let questions: readonly SetQuestion[] = [];
    let lines: readonly Line[] = [];

    beforeAll(async () => {
      const set: QuestionSet = JSON.parse(readFileSync(SET, 'utf8'));
      questions = set.questions;
      lines = await askAll(
        set.articles,
        questions.map(({ question }) => question),
      );
    });

    test('get one line each, in the order they were asked', () => {
      expect(questions.length).toBeGreaterThan(40);
      expect(lines.map(({ question }) => question)).toEqual(questions.map(({ question }) => question));
    });

    test('have the gold sentence first for at least 83 % of those that can be answered', () => {
      const answerable = questions.flatMap((question, index) =>
        question.answerable ? [isGold(question, lines[index])] : [],
      );
      expect(answerable.filter(Boolean).length / answerable.length).toBeGreaterThanOrEqual(0.83);
    });

    test('are never answered with more confidence than the median right answer where there is no answer', () => {
      const right = questions.flatMap((question, index) =>
        question.answerable && isGold(question, lines[index]) ? [lines[index]?.confidence ?? 0] : [],
      );
      const wrong = lines.filter(
        ({ outcome, confidence }, index) =>
          questions[index]?.answerable === false && outcome === 'answered' && confidence > median(right),
      );
      expect(wrong.map(({ question }) => question)).toEqual([]);
    });
  },
);
