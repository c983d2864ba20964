import { dirname, join, parse, resolve } from 'node:path';
import { list, record, text } from './set-fields.ts';

/** Questions as members type them, asked of a folder of articles as a community publishes them. */
export interface NaturalSet {
  readonly name: string;
  /** The folder that the set lies in: sets of one folder are summed up together. */
  readonly group: string;
  /** The folder of its articles. */
  readonly folder: string;
  readonly questions: readonly NaturalQuestion[];
}

export interface NaturalQuestion {
  readonly question: string;
  readonly isAnswerable: boolean;
  /** Each answers, or is a part of what does; none where nothing answers. */
  readonly gold: readonly GoldText[];
  /** What a helpful person would paste, as the file has it; null where that is not told. */
  readonly whole: string | null;
}

interface GoldText {
  /** Of the article's file. */
  readonly path: string;
  readonly text: string;
}

/** What a set in the file `NAME.json` or `NAME.tsv` is called and belongs to; its articles are in `NAME/` beside it. */
export function placeOfSet(file: string): Omit<NaturalSet, 'questions'> {
  const group = resolve(dirname(file));
  const { name } = parse(file);
  return { name, group, folder: join(group, name) };
}

/** Whether the content of a file is in this format, as far as one can tell without reading all. */
export function isNaturalSet(value: unknown): boolean {
  const { questions } = record(value, 'the file');
  return list(questions, 'questions').some((question) => 'gold' in record(question, 'a question'));
}

/** @throws {TypeError} that names the first field which is not as it must be */
export function parseNaturalSet(value: unknown, file: string): NaturalSet {
  const questions = list(record(value, 'the file')['questions'], 'questions');
  return { ...placeOfSet(file), questions: questions.map(parseQuestion) };
}

function parseQuestion(value: unknown): NaturalQuestion {
  const question = record(value, 'a question');
  const { whole } = question;
  return {
    question: text(question['question'], 'questions.question'),
    isAnswerable: question['answerable'] === true,
    gold: list(question['gold'] ?? [], 'questions.gold').map(parseGold),
    whole:
      whole === undefined || whole === null
        ? null
        : text(record(whole, 'questions.whole')['text'], 'whole.text'),
  };
}

function parseGold(value: unknown): GoldText {
  const gold = record(value, 'a gold passage');
  return { path: text(gold['path'], 'gold.path'), text: text(gold['text'], 'gold.text') };
}
