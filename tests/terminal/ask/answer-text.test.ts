import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Passage, toPassageText } from '../../../src/answering/passage/passage.ts';
import { type AskReply, ask } from '../../../src/serving/asking/ask.ts';
import type { AnsweringContext } from '../../../src/serving/base/answering-context.ts';
import { type AnswerView, renderAnswer } from '../../../src/terminal/ask/answer-text.ts';
import type { Screen } from '../../../src/terminal/screen.ts';
import { seedBase } from '../../articles.ts';
import { servedBase, servedFrom } from '../../serving/serving-scene.ts';
import { displayWidth } from '../display-width.ts';
import { HOSTILE_ARTICLE, STEERING, TERMINAL_SEQUENCES } from '../hostile-article.ts';

const MINECRAFT = join(import.meta.dirname, '../../gallery/articles/minecraft.md');

const screen = (columns: number, hasColours = false): Screen => ({
  columns,
  colours: pc.createColors(hasColours),
});
const VIEW: AnswerView = {
  areMatchesWanted: false,
  isConversation: false,
  listCommand: 'npm run articles',
};
const render = (on: Screen, reply: AskReply, view: Partial<AnswerView> = {}): string =>
  renderAnswer(on, reply, { ...VIEW, ...view });
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
  let served: AnsweringContext;
  let answered: AskReply;
  beforeAll(async () => {
    served = servedBase(await seedBase());
    answered = await ask(served, { question });
  });

  test('begins with the passage, then tells its place and how sure it is', () => {
    const lines = render(file, answered).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      `  ${toPassageText(answered.passage?.lines ?? []).text}`,
      '',
      '  Russian FCS held a meeting on international cooperation',
      '  russian-fcs-meeting.md › paragraph 8, sentence 1',
      '  captured 17 December 2018',
    ]);
    expect(lines[5]).toMatch(/^ {2}Confidence: (?:high|good): the passage .+\.$/);
  });

  test('shows no other match that is far behind, and all where somebody wants a number of them', async () => {
    const many = await ask(served, { question, limit: 20 });
    expect(render(file, many)).not.toContain('Other close matches');
    const text = render(file, many, { areMatchesWanted: true });
    expect(text.match(/^ {2}• \S/gm)).toHaveLength(many.found.length - 1);
    const title = /^ {4}Russian FCS held a meeting on international cooperation$/gm;
    expect(text.match(title)).toHaveLength(many.found.length - 1);
    const alone = await ask(served, { question, limit: 1 });
    expect(render(file, alone, { areMatchesWanted: true })).not.toContain('Other close matches');
  });

  test('shows at most three other matches that are close, and three of any where it is unsure', async () => {
    const many = await ask(served, { question, limit: 20 });
    const close = many.matches.map((match) => ({ ...match, score: 0.5 }));
    const matches = [...answered.matches.slice(0, 1), ...close.slice(1)];
    expect(render(file, { ...many, matches }).match(/^ {2}• \S/gm)).toHaveLength(3);
    const further = matches.map((match, index) => (index === 2 ? { ...match, score: 0.49 } : match));
    const shown = render(file, { ...many, matches: further });
    expect(shown).not.toContain(further[2]?.fact.text);
    expect(render(file, { ...many, outcome: 'unsure' }).match(/^ {2}• \S/gm)).toHaveLength(3);
  });

  test('highlights the short answer in its place on a terminal with colours', () => {
    expect(highlights(render(screen(100, true), answered))).toEqual(['80']);
  });

  test('words an unsure answer as the closest passage and highlights nothing', () => {
    const text = render(screen(100, true), { ...answered, outcome: 'unsure' });
    expect(text).toContain('I am not sure. The closest passage I have:');
    expect(highlights(text)).toEqual([]);
    expect(text.split('\n').filter((line) => line.trim() === '80')).toEqual([]);
  });

  test('shows neither quote nor source for unknown, but why and where what is near stands', () => {
    const answer = { ...answered, outcome: 'unknown', nearest: answered.matches.slice(0, 1) } as const;
    const text = render(file, { ...answer, reason: { kind: 'not-mentioned', words: ['bitcoin'] } });
    expect(text).toBe(
      'I don’t know. No article mentions “bitcoin”.\n\nThese passages may be related:\n  • Russian FCS held a meeting on international cooperation\n\nAsk in other words. To see which articles there are: npm run articles',
    );
  });

  test('greets back', async () => {
    const listCommand = 'npm run articles -- --knowledge ./mine';
    const text = render(file, await ask(served, { question: 'hello!' }), { listCommand });
    expect(text).toMatch(/^Hello!.+: npm run articles -- --knowledge \.\/mine$/);
  });

  test.each([20, 40, 100])('keeps within %i columns, with and without colours', (columns) => {
    for (const hasColours of [true, false]) {
      for (const outcome of ['answered', 'unsure', 'unknown'] as const) {
        const text = render(screen(columns, hasColours), {
          ...answered,
          outcome,
          readAs: question,
          nearest: answered.matches.slice(0, 3),
        });
        for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }
    }
  });
});

/** Reading leaves out what steers a screen; a screen is not to rely on that. */
function steering(passage: Passage | null): Passage | null {
  if (passage === null) return null;
  const lines = passage.lines.map((line) => ({ ...line, text: line.text.replace('[2Jby', '\u001b[2Jby') }));
  return { ...passage, lines };
}

describe('a hostile article or question', () => {
  test('cannot steer the terminal, and stays readable', async () => {
    const served = servedFrom({ 'a.md': HOSTILE_ARTICLE });
    const question = `When was the tower ${TERMINAL_SEQUENCES} built?`;
    const asked = { ...(await ask(served, { question: 'When was the tower built?' })), question };
    const answer = { ...asked, passage: steering(asked.passage) };
    expect(answer.passage?.lines[0]?.text).toContain('\u001b');
    expect(answer.passage?.lines[0]?.answer).not.toBeNull();
    for (const outcome of ['answered', 'unsure', 'unknown'] as const) {
      const readAs = `When ${TERMINAL_SEQUENCES}?`;
      const reason = { kind: 'not-mentioned', words: [TERMINAL_SEQUENCES] } as const;
      const nearest = answer.matches.map(({ fact, article, score }) => {
        const headings = [`Tower ${TERMINAL_SEQUENCES}`];
        return { fact: { ...fact, headings }, article: { ...article, title: TERMINAL_SEQUENCES }, score };
      });
      const text = render(wide, { ...answer, outcome, readAs, nearest, reason });
      expect(text).not.toMatch(STEERING);
    }
    expect(render(wide, { ...answer, outcome: 'answered' })).toContain(
      'was built in 1900 [2Jby the customs service.',
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
    const answer = { ...(await ask(served, { question: 'tower stands' })), outcome: 'answered' } as const;
    const text = render(screen(40), answer);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    expect(text.replace(/\s/g, '')).toContain(words.join('').normalize());
  });

  test('keeps the lines of code as they are, however narrow the screen', async () => {
    const code = `the tower\n\twas built ${'very '.repeat(20)}slowly`;
    const served = servedFrom({ 'a.md': `---\ntitle: Code\n---\n\n\`\`\`\n${code}\n\`\`\`\n` });
    const answer = { ...(await ask(served, { question: 'tower built' })), outcome: 'unsure' } as const;
    expect(render(screen(40), answer)).toContain(`    ${code.replace('\n', '\n    ')}\n`);
  });
});

describe('an answer from a server’s FAQ', () => {
  let served: AnsweringContext;
  beforeAll(() => {
    served = servedFrom({ 'minecraft.md': readFileSync(MINECRAFT, 'utf8') });
  });
  const told = async (question: string, differing: Partial<AskReply> = {}): Promise<string> =>
    render(file, { ...(await ask(served, { question })), ...differing });

  test('shows an item with what introduces its list and the items beside it', async () => {
    expect(await told('Can I use Meteor Client?')).toContain(
      '  The following mods are not allowed:\n  - Meteor Client\n  - Baritone\n',
    );
  });

  test('shows all steps with their numbers, those in a step set in', async () => {
    expect(await told('How do I get the member role?')).toContain(
      '  1. Read the rules in #rules.\n  2. Play for two hours.\n    - Time in the lobby does not count.\n  3. Write /member in the chat.\n',
    );
  });

  test('shows code set in, links with their addresses, and a picture in words', async () => {
    const text = await told('How do I link my account?');
    expect(text).toContain('in #link:\n    /discord link\n\n  The code is good');
    expect(text).toContain('See the guide (https://play.example.org/guide/link) if');
    expect(text).toContain(
      '\n\n  Picture: The window with the code (https://play.example.org/pictures/link-code.png)\n',
    );
  });

  test('shows a row with its header', async () => {
    expect(await told('How much is Gold?')).toContain('  Rank: Gold · Price: 10 € · Homes: 6\n');
  });

  test('hangs long items under their words', async () => {
    const text = render(screen(40), await ask(served, { question: 'How do I vote for the server?' }));
    expect(text).toContain(
      '\n  - /vote: shows where you can vote for\n    the server, and what you get for it\n',
    );
  });

  test('says how much was left out, and where it stands', async () => {
    const { passage } = await ask(served, { question: 'Can I use Meteor Client?' });
    const cut = passage && { ...passage, left: 5 };
    expect(await told('Can I use Meteor Client?', { passage: cut })).toContain(
      '\n  … 5 more lines, in minecraft.md › Mods › Forbidden mods\n',
    );
  });

  test('says that it is old where the article says how long it holds', async () => {
    const { passage } = await ask(served, { question: 'Can I use Meteor Client?' });
    const old = passage && { ...passage, article: { ...passage.article, staleAfterDays: 30 } };
    const refreshedAt = new Date('2026-06-01');
    expect(await told('Can I use Meteor Client?', { passage: old, refreshedAt })).toContain(
      '\n\n  ⏳ This is from 9 March 2026 and may be out of date.\n',
    );
    expect(await told('Can I use Meteor Client?', { refreshedAt })).not.toContain('out of date');
  });

  test('lists nothing among the other matches that stands in the passage', async () => {
    const [, others = ''] = (await told('Can I use Meteor Client?')).split('Other close matches:');
    expect(others).not.toMatch(/Baritone|Freecam/);
  });
});
