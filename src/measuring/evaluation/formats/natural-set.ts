import { dirname, join, parse, resolve } from 'node:path';
import { readList, readRecord, readText } from './set-fields.ts';

/** Questions as members type them, asked of a folder of articles as a community publishes them. */
export interface NaturalSet {
  readonly name: string;
  /** The folder that the set lies in. Sets of one folder also get figures together. */
  readonly group: string;
  /** The folder of its articles. */
  readonly folder: string;
  readonly questions: readonly NaturalQuestion[];
}

export interface NaturalQuestion {
  readonly question: string;
  readonly isAnswerable: boolean;
  /** Texts that answer, or are a part of the answer; empty where nothing answers. */
  readonly gold: readonly GoldText[];
  /** The passage that a helpful person would paste, as it is in the file; null where the set does not say. */
  readonly whole: string | null;
}

interface GoldText {
  /** The path of the article's file. */
  readonly path: string;
  readonly text: string;
}

/** Returns the name, group and folder of a set in the file `NAME.json` or `NAME.tsv`. Its articles are in `NAME/` beside it. */
export function locateSet(file: string): Omit<NaturalSet, 'questions'> {
  const group = resolve(dirname(file));
  const { name } = parse(file);
  return { name, group, folder: join(group, name) };
}

/** Whether the content of a file looks like this format; not all of it is checked. */
export function isNaturalSet(value: unknown): boolean {
  const { questions } = readRecord(value, 'the file');
  return readList(questions, 'questions').some((question) => 'gold' in readRecord(question, 'a question'));
}

/** @throws {TypeError} naming the first invalid field */
export function parseNaturalSet(value: unknown, file: string): NaturalSet {
  const questions = readList(readRecord(value, 'the file')['questions'], 'questions');
  return { ...locateSet(file), questions: questions.map(parseQuestion) };
}

function parseQuestion(value: unknown): NaturalQuestion {
  const question = readRecord(value, 'a question');
  const { whole } = question;
  return {
    question: readText(question['question'], 'questions.question'),
    isAnswerable: question['answerable'] === true,
    gold: readList(question['gold'] ?? [], 'questions.gold').map(parseGold),
    whole:
      whole === undefined || whole === null
        ? null
        : readText(readRecord(whole, 'questions.whole')['text'], 'whole.text'),
  };
}

function parseGold(value: unknown): GoldText {
  const gold = readRecord(value, 'a gold passage');
  return { path: readText(gold['path'], 'gold.path'), text: readText(gold['text'], 'gold.text') };
}
