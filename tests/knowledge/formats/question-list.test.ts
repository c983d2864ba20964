import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  convertQuestionList,
  readCsvFile,
  readJsonFile,
  readYamlFile,
} from '../../../src/knowledge/formats/question-list.ts';

const PETS = '### May I bring pets?\n\nOnly *small* ones.\n\n';
const FEES = '### What does it cost?\n\n12 euros.\n\n';

describe('a list of questions and answers', () => {
  test.each([
    ['objects', 'json', '[{"question": "May I bring pets?", "answer": "Only *small* ones.", "id": 7}]', PETS],
    ['one entry alone', 'json', '{"pets": {"q": "May I bring pets?", "a": "Only *small* ones."}}', PETS],
    ['short keys', 'json', '{"faqs": [{"Q": "May I bring pets?", "A": "Only *small* ones."}]}', PETS],
    [
      'a map of questions',
      'json',
      '{"May I bring pets?": "Only *small* ones.", "What does it cost?": "12 euros."}',
      PETS + FEES,
    ],
    [
      'groups',
      'json',
      '{"Before you come": [{"q": "What does it cost?", "a": ["12 euros."]}]}',
      `## Before you come\n\n${FEES}`,
    ],
    ['an answer of paragraphs', 'json', '[{"title": "A", "content": ["b", "c"]}]', '### A\n\nb\n\nc\n\n'],
    [
      'YAML',
      'yaml',
      '- question: May I bring\n    pets?\n  answer: |\n    Only *small* ones.\n- question: What does it cost?\n  answer: 12 euros.\n',
      PETS + FEES,
    ],
    [
      'named columns',
      'csv',
      'id,Answer,Question\n1,"Only *small* ones.",May I bring pets?\n2,12 euros.,What does it cost?\n',
      PETS + FEES,
    ],
    [
      'two columns',
      'csv',
      'May I bring pets?,"Only *small* ones."\r\nWhat does it cost?,12 euros.',
      PETS + FEES,
    ],
  ] as const)('of %s is read', (...[, format, text, markdown]) => {
    expect(convertQuestionList(text, format)).toBe(markdown);
  });

  test.each([
    ['json', '{"name": "footnote", "description": "A bot", "author": {"name": "Ada", "description": "Her"}}'],
    ['json', '[1, null, "a", []]'],
    ['json', '"a"'],
    ['yaml', 'on: push\njobs: {}\n'],
    ['yaml', ''],
    ['csv', 'a,b,c\n1,2,3\n'],
    ['csv', ''],
  ] as const)('is none in %s: %j', (format, text) => {
    expect(convertQuestionList(text, format)).toBeNull();
  });

  test.each([
    ['json', '{"a": '],
    ['yaml', 'a: [b'],
    ['yaml', 'a: &a [x]\nb: [*a, *a]\n'],
  ] as const)('cannot be read from broken %s: %j', (format, text) => {
    expect(() => convertQuestionList(text, format)).toThrow(Error);
  });

  test.each([
    [readJsonFile, '[\n  { "question": "Pets?",\n    "answer" "No." }\n]\n', 3],
    [readJsonFile, '[\n  1,\n]', 3],
    [readJsonFile, '{"a": ', 1],
    [readYamlFile, '- q: Pets?\n  a: "No\n- q: Fees?\n  a: 12\n', 2],
    [readYamlFile, '- q: Pets?\n  a: x: y\n', 2],
    [readCsvFile, 'question,answer\n\nPets?,"No\nFees?,12\n', 3],
    [readCsvFile, 'question,answer\n"Pets?" x,No\n', 2],
  ] as const)('of broken syntax is a problem with its line: %# %j', (read, text, line) => {
    const { content, problems } = read(text, 'faq');
    expect(content).toBeNull();
    expect(problems).toMatchObject([{ kind: 'skipped', line, cause: { code: 'invalid-list' } }]);
    expect(JSON.stringify(problems)).not.toMatch(/at line|at position|\\n/);
  });

  test('is null or text, whatever the content', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect([null, 'string']).toContain(convertQuestionList(text, 'json') === null ? null : 'string');
      }),
    );
    const texts = fc.string({ unit: fc.constantFrom(',', '\n', 'a', 'question', ' ', '?') });
    fc.assert(
      fc.property(texts, (text) => {
        expect(convertQuestionList(text, 'csv') ?? '### a').toMatch(/^### \S/);
      }),
    );
  });
});
