import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPassage } from '../../../src/answering/passage/build-passage.ts';
import { type Passage, toPassageText } from '../../../src/answering/passage/passage.ts';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';

const server = FactBase.build([
  markdownArticle(
    'server.md',
    `# Server guide

The server runs all day. It restarts at four in the morning, when hardly anybody plays there. However, it is sometimes down.

## Mods

The following mods are not allowed:

- Meteor Client
- Baritone
  - not even its maps

${'Many other mods are fine, as long as nobody is annoyed by them. '.repeat(8)}

## Joining

To get the member role, take these steps:

1. Read the rules in #rules
2. Press the button:

   \`\`\`
   /verify now
   \`\`\`

3. Wait for a moderator

${'Members see more channels than guests do, and may speak there. '.repeat(8)}

## Linking

Run this command in the game, then paste the code:

\`\`\`
/discord link
\`\`\`

${'Codes hold for an hour, and may be made as often as one likes. '.repeat(8)}

## Ranks

| Rank | Price | Homes |
| --- | --- | --- |
| Gold | 10 € | 6 |
| Iron | | 2 |
${Array.from({ length: 20 }, (_, at) => `| Rank number ${at} | ${at} € | ${at} |`).join('\n')}

## Can bedrock players join?

Yes. Use port 19132.

See [the wiki](https://wiki.example.org/bedrock) for more.
`,
  ),
]);

function passageOf(text: string, question: string, answer?: string): Passage {
  const found = server.facts.findIndex((fact) => fact.text === text);
  const candidate = server.findFact(server.facts[found]?.id ?? '');
  if (candidate === null) throw new Error(`no fact “${text}”`);
  const start = answer === undefined ? -1 : text.indexOf(answer);
  const shortAnswer = answer === undefined ? null : { start, end: start + answer.length };
  return buildPassage(readQuestion(server, question), { candidate, shortAnswer, rivals: [] });
}

function shown(text: string, question: string): string {
  return toPassageText(passageOf(text, question).lines).text;
}

describe('a passage', () => {
  test('is the whole paragraph of a sentence', () => {
    const passage = passageOf(
      'It restarts at four in the morning, when hardly anybody plays there.',
      'restart?',
    );
    expect(passage.kind).toBe('sentences');
    expect(toPassageText(passage.lines).text).toMatch(/^The server runs all day\. It restarts.*down\.$/);
  });

  test('is an item below its introduction for a yes-no question', () => {
    expect(shown('Baritone', 'is baritone allowed')).toBe(
      'The following mods are not allowed:\n- Meteor Client\n- Baritone\n  - not even its maps',
    );
    expect(passageOf('Baritone', 'is baritone allowed').kind).toBe('list');
  });

  test('holds all steps, numbered, with the code in them', () => {
    const passage = passageOf('Read the rules in #rules', 'how do i get the member role');
    expect(passage.kind).toBe('steps');
    expect(toPassageText(passage.lines).text).toBe(
      'To get the member role, take these steps:\n1. Read the rules in #rules\n2. Press the button:\n  /verify now\n3. Wait for a moderator',
    );
  });

  test('includes the block below an introduction', () => {
    expect(shown('The following mods are not allowed:', 'which mods are forbidden')).toContain(
      '- Meteor Client',
    );
    expect(shown('Run this command in the game, then paste the code:', 'how do i link my account')).toContain(
      '/discord link',
    );
  });

  test('is code below its introduction', () => {
    const passage = passageOf('/discord link', 'what is the command');
    expect(passage.kind).toBe('code');
    expect(passage.lines.map(({ kind }) => kind)).toEqual(['text', 'code']);
  });

  test('is a row with its headers, and without its empty cells', () => {
    expect(shown('Gold | 10 € | 6', 'how much is gold')).toBe('Rank: Gold · Price: 10 € · Homes: 6');
    expect(shown('Iron |  | 2', 'iron homes')).toBe('Rank: Iron · Homes: 2');
  });

  test('is the whole section if its heading asks the same', () => {
    const passage = passageOf('Yes.', 'can bedrock players join');
    expect(passage.kind).toBe('section');
    expect(toPassageText(passage.lines).text).toBe(
      'Yes. Use port 19132.\nSee the wiki (https://wiki.example.org/bedrock) for more.',
    );
  });

  test('marks the short answer in its line', () => {
    const { text, answer } = toPassageText(passageOf('Gold | 10 € | 6', 'how much is gold', '10 €').lines);
    expect(text.slice(answer?.start, answer?.end)).toBe('10 €');
  });

  test('is cut at the end of a step, and counts the steps left', () => {
    const steps = Array.from(
      { length: 30 },
      (_, at) => `${at + 1}. Do thing ${at + 1}, ${'again '.repeat(14)}`,
    );
    const base = FactBase.build([
      markdownArticle('long.md', `# Long\n\n## How do I do the thing?\n\n${steps.join('\n')}\n`),
    ]);
    const candidate = base.findFact(base.facts[0]?.id ?? '');
    if (candidate === null) throw new Error('no fact');
    const question = { ...readQuestion(base, 'how do i do the thing'), asksFor: 'manner' as const };
    const passage = buildPassage(question, { candidate, shortAnswer: null, rivals: [] });
    const shownSteps = passage.lines.filter(({ kind }) => kind === 'item').length;
    expect(shownSteps + passage.left).toBe(shownSteps === 1 ? 1 : 30);
  });

  test.each([890, 899, 900, 950, 999, 1000])('holds a fact of %i characters whole', (length) => {
    const fact = `X${'x'.repeat(length - 2)}.`;
    const base = FactBase.build([markdownArticle('x.md', `# X\n\nOne. ${fact} Two.\n`)]);
    const long = base.facts.find(({ text }) => text === fact);
    const candidate = base.findFact(long?.id ?? '');
    if (candidate === null) throw new Error('no fact');
    const passage = buildPassage(readQuestion(base, 'x'), { candidate, shortAnswer: null, rivals: [] });
    expect(toPassageText(passage.lines).text).toContain(fact);
  });

  test('holds a part alone of a row that is longer than any passage', () => {
    const cell = 'word '.repeat(100_000);
    const table = `| a | b |\n| - | - |\n| ${cell} | c |`;
    const base = FactBase.build([markdownArticle('row.md', `# Row\n\n${table}\n`)]);
    const candidate = base.findFact(base.facts[9]?.id ?? '');
    if (candidate === null) throw new Error('no fact');
    const passage = buildPassage(readQuestion(base, 'word'), {
      candidate,
      shortAnswer: null,
      rivals: [],
    });
    expect(toPassageText(passage.lines).text.length).toBeLessThan(1100);
    expect(passage.factIds).toEqual([candidate.fact.id]);
  });
});

const LINE = fc.constantFrom(
  'It is so.',
  'Yes. It is.',
  'These are needed:',
  '- an item',
  '  - an inner one',
  '1. first do this',
  '2. then that',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '```\ncode\n```',
  '## A heading',
  '### Is it so?',
  'See [a link](https://example.org/a_b) here.',
  'A **long** text. '.repeat(80),
  '',
);

/** A base of these lines, a fact of it, and the passage around that fact with its first letter as the short answer. */
const CASE = fc.tuple(fc.array(LINE, { minLength: 1, maxLength: 30 }), fc.nat()).map(([lines, pick]) => {
  const text = `# Any\n\nA first text.\n\n${lines.join('\n\n')}\n`;
  const base = FactBase.build([markdownArticle('any.md', text)]);
  const candidate = base.findFact(base.facts[pick % base.facts.length]?.id ?? '');
  if (candidate === null) throw new Error('no fact');
  const shortAnswer = { start: 0, end: 1 };
  const question = readQuestion(base, 'is it so');
  return { ...candidate, passage: buildPassage(question, { candidate, shortAnswer, rivals: [] }) };
});

describe('passages of any article', () => {
  test('hold the fact and stay short', () => {
    fc.assert(
      fc.property(CASE, ({ fact, passage }) => {
        expect(passage.factIds).toContain(fact.id);
        expect(passage.lines.map((line) => line.text).join('').length).toBeLessThan(1700);
      }),
    );
  });

  test('quote the article letter by letter, but for the headers in rows', () => {
    fc.assert(
      fc.property(CASE, ({ article, passage }) => {
        const quoted = passage.lines.filter(({ kind }) => kind !== 'row' && kind !== 'heading');
        const isThere = (text: string): boolean =>
          article.paragraphs.some((each) => each.text.includes(text));
        expect(quoted.filter(({ text }) => !isThere(text))).toEqual([]);
      }),
    );
  });

  test('mark the short answer in its line', () => {
    fc.assert(
      fc.property(CASE, ({ fact, article, passage }) => {
        // The headers of a table stand in its rows.
        fc.pre(article.paragraphs[fact.paragraph - 1]?.kind !== 'head');
        const { text, answer } = toPassageText(passage.lines);
        expect(text.slice(answer?.start, answer?.end)).toBe(fact.text.slice(0, 1));
      }),
    );
  });

  test('never show an item without the introduction of its list', () => {
    fc.assert(
      fc.property(CASE, ({ fact, article, passage }) => {
        const { kind, lead } = article.paragraphs[fact.paragraph - 1] ?? { kind: 'text', lead: null };
        const needed = kind === 'item' && lead?.endsWith(':') === true ? lead : '';
        expect(toPassageText(passage.lines).text).toContain(needed);
      }),
    );
  });
});
