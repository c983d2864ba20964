import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answering/answer.ts';
import type { Fact } from '../../src/knowledge/article.ts';
import { ask } from '../../src/serving/ask.ts';
import type { Served } from '../../src/serving/served.ts';
import { renderAnswer } from '../../src/terminal/answer-text.ts';
import type { Screen } from '../../src/terminal/screen.ts';
import { seedBase } from '../articles.ts';
import { servedBase, servedFrom } from '../serving/serving-scene.ts';
import { displayWidth } from './display-width.ts';
import { HOSTILE_ARTICLE, STEERING, TERMINAL_SEQUENCES } from './hostile-article.ts';

const screen = (columns: number, hasColours = false): Screen => ({
  columns,
  colours: pc.createColors(hasColours),
});
const wide = screen(100);
const file = screen(Number.POSITIVE_INFINITY);

/** What is shown in green, in reading order. */
function highlights(text: string): readonly string[] {
  const [on = '', off = ''] = pc.createColors(true).green(' ').split(' ');
  const begun = text.split(on).slice(1);
  return begun.map((rest) => stripVTControlCharacters(rest.split(off)[0] ?? ''));
}

describe('an answer from the seed article', () => {
  const question = 'How many interdepartmental agreements are signed?';
  let served: Served;
  let answered: Answer;
  beforeAll(async () => {
    served = servedBase(await seedBase());
    answered = ask(served, { question });
  });

  test('begins with the short answer, then quotes the sentence, then tells its place and how sure it is', () => {
    const lines = renderAnswer(file, answered).split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '80',
      '',
      `  “${answered.matches[0]?.fact.text}”`,
      '',
      '  Russian FCS held a meeting on international cooperation',
      '  russian-fcs-meeting.md › paragraph 8, sentence 1',
      '  captured 17 December 2018',
    ]);
    expect(lines[7]).toMatch(/^ {2}Confidence: (?:high|good): the passage .+\.$/);
  });

  test('shows at most three other matches, each with its place', () => {
    const text = renderAnswer(file, answered);
    expect(text.match(/^ {2}• “/gm)).toHaveLength(3);
    expect(text.match(/^ {4}russian-fcs-meeting\.md › paragraph/gm)).toHaveLength(3);
    expect(renderAnswer(file, ask(served, { question, limit: 1 }))).not.toContain('Other close matches');
  });

  test('highlights the short answer twice on a terminal with colours: alone and in its quote', () => {
    expect(highlights(renderAnswer(screen(100, true), answered))).toEqual(['80', '80']);
  });

  test('words an unsure answer as the closest passage and highlights nothing', () => {
    const text = renderAnswer(screen(100, true), { ...answered, outcome: 'unsure' });
    expect(text).toContain('I am not sure. The closest passage I have:');
    expect(highlights(text)).toEqual([]);
    expect(text.split('\n').filter((line) => line.trim() === '80')).toEqual([]);
  });

  test('shows neither quote nor source for unknown, but why and what can be asked', () => {
    const answer = { ...answered, outcome: 'unknown', suggestions: ['How many agreements?'] } as const;
    const text = renderAnswer(file, { ...answer, reason: { kind: 'not-mentioned', words: ['bitcoin'] } });
    expect(text).toBe(
      'I don’t know. No article mentions “bitcoin”.\n\nYou can ask:\n  • How many agreements?\n\nTry the words that the articles use; “npm run articles” lists them.',
    );
  });

  test('greets back', () => {
    expect(renderAnswer(file, ask(served, { question: 'hello!' }))).toMatch(/^Hello!/);
  });

  test.each([20, 40, 100])('keeps within %i columns, with and without colours', (columns) => {
    for (const hasColours of [true, false]) {
      for (const outcome of ['answered', 'unsure', 'unknown'] as const) {
        const text = renderAnswer(screen(columns, hasColours), {
          ...answered,
          outcome,
          readAs: question,
          suggestions: [question],
        });
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }
    }
  });
});

/** Reading leaves out what steers a screen; a screen is not to rely on that. */
const steering = ({ text, ...fact }: Fact): Fact => ({
  ...fact,
  text: text.replace('[2Jby', '\u001b[2Jby'),
});

describe('a hostile article or question', () => {
  test('cannot steer the terminal, and stays readable', async () => {
    const served = servedFrom({ 'a.md': HOSTILE_ARTICLE });
    const question = `When was the tower ${TERMINAL_SEQUENCES} built?`;
    const asked = { ...ask(served, { question: 'When was the tower built?' }), question };
    const matches = asked.matches.map((match) => ({ ...match, fact: steering(match.fact) }));
    const answer = { ...asked, matches };
    expect(answer.matches[0]?.fact.text).toContain('\u001b');
    expect(answer.shortAnswer).not.toBeNull();
    for (const outcome of ['answered', 'unsure', 'unknown'] as const) {
      const readAs = `When ${TERMINAL_SEQUENCES}?`;
      const reason = { kind: 'not-mentioned', words: [TERMINAL_SEQUENCES] } as const;
      const text = renderAnswer(wide, { ...answer, outcome, readAs, suggestions: [readAs], reason });
      expect(text).not.toMatch(STEERING);
    }
    expect(renderAnswer(wide, { ...answer, outcome: 'answered' })).toContain(
      'was built in 1900 [2Jby the customs service.”',
    );
  });

  test('of wide signs and endless words keeps within the columns and loses none', async () => {
    const words = [
      '関税局は国際協力に関する会議を開催した',
      'x'.repeat(300),
      '👩‍👩‍👧‍👦'.repeat(30),
      'é'.repeat(100),
    ];
    const served = servedFrom({ 'a.txt': `Tower\n\nThe tower ${words.join(' ')} stands.\n` });
    const answer = { ...ask(served, { question: 'tower stands' }), outcome: 'answered' } as const;
    const text = renderAnswer(screen(40), answer);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    expect(text.replace(/\s/g, '')).toContain(words.join('').normalize());
  });

  test('with a line break inside a quote keeps it on the line of its quote', async () => {
    const served = servedFrom({ 'a.md': '---\ntitle: Code\n---\n\n```\nthe tower\nwas built\n```\n' });
    const answer = { ...ask(served, { question: 'tower built' }), outcome: 'unsure' } as const;
    expect(renderAnswer(file, answer)).toContain('“the tower was built”');
  });
});
