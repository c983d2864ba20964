import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from '../../src/knowledge/folder/read-knowledge.ts';

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge/', import.meta.url));
const ORIGINAL = new URL('../../../shared/seed/article.txt', import.meta.url);

const knowledge = await readKnowledge(KNOWLEDGE);
const seed = knowledge.articles.find(({ path }) => path === 'russian-fcs-meeting.md');

describe('the article that comes with the project', () => {
  test('has the title and the date of the page that it was taken from', () => {
    expect(seed).toMatchObject({
      title: 'Russian FCS held a meeting on international cooperation',
      captured: '2018-12-17',
      published: null,
    });
  });

  test('explains what CCD stands for', () => {
    expect(seed?.aliases).toEqual([{ short: 'CCD', long: 'Customs Cooperation Directorate' }]);
  });

  test('loads without a problem', () => {
    expect(knowledge.problems.filter(({ path }) => path === 'russian-fcs-meeting.md')).toEqual([]);
  });

  test('has 19 facts in 10 paragraphs', () => {
    expect(seed?.paragraphs).toHaveLength(10);
    const sentencesPerParagraph = seed?.paragraphs.map(
      (_, index) => seed.facts.filter(({ paragraph }) => paragraph === index + 1).length,
    );
    expect(sentencesPerParagraph).toEqual([3, 3, 1, 2, 2, 2, 1, 1, 2, 2]);
  });

  test.each([
    [
      1,
      1,
      'On September, 4-5, 2008, Federal Customs Service held all-Russia meeting on international cooperation.',
    ],
    [1, 3, 'It is the second meeting of the same level.'],
    [
      2,
      1,
      'A. Belyaninov in his speech appreciated actions of Russian FCS in the field of international cooperation.',
    ],
    [
      4,
      1,
      'S. Konovalenko said: “Now we are coming near to a new stage – effective usage of the created mechanism and tools for solving tasks, which are now in the field of international activities.',
    ],
    [4, 2, 'It is necessary to become more dynamic, initiative, and proactive”.'],
    [
      6,
      2,
      'Interaction with these countries is based on the Agreement of Cooperation and Mutual Aid in Customs Affairs dated April, 15, 1994.',
    ],
    [
      9,
      2,
      'Today there are 8 representative offices: in China, Kazakhstan, Ukraine, Belarus, Belgium, Kirghizia, Finland and Germany.',
    ],
    [10, 2, 'A range of interesting and perspective proposals was given there.'],
  ])('says in paragraph %i, sentence %i: %s', (paragraph, sentence, text) => {
    const fact = seed?.facts.find((each) => each.paragraph === paragraph && each.sentence === sentence);
    expect(fact?.text).toBe(text);
  });

  test.skipIf(!existsSync(ORIGINAL))(
    'holds the original text word for word from its third line on (not run where ../shared/seed/article.txt is missing)',
    () => {
      const original = readFileSync(ORIGINAL, 'utf8').split('\n').slice(2).join('\n').trim();
      const file = readFileSync(`${KNOWLEDGE}russian-fcs-meeting.md`, 'utf8');
      expect(file.slice(file.indexOf('\n---\n') + 5).trim()).toBe(original);
    },
  );
});
