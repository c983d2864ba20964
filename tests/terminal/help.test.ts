import { expect, test } from 'vitest';
import { isHelpRequested, renderCommandHelp, renderHelp } from '../../src/terminal/help.ts';

test.each([[['--help']], [['ask', '-h']], [['start', '--help']]])('%j ask for help', (args) =>
  expect(isHelpRequested(args)).toBe(true),
);

test.each([[[]], [['ask', 'help']], [['ask', '--json', '--', '--help']]])('%j do not', (args) =>
  expect(isHelpRequested(args)).toBe(false),
);

const FEED = {
  name: 'feed',
  forms: [
    { operands: 'BIRD…', help: 'feeds birds' },
    { operands: '', call: 'npm run feed < FILE', help: 'feeds many birds' },
    { operands: 'all BIRDS OF FEATHER', help: 'feeds all' },
  ],
  options: {
    grains: { type: 'string', value: 'N', help: 'how many', fallback: '3' },
    slowly: { type: 'boolean', help: 'one by one' },
  },
  examples: ['npm run feed -- wren', 'npm run feed -- --grains 5 wren'],
} as const;

test('the help has a line for each form, and two where the first is long', () => {
  expect(renderHelp([FEED])).toBe(
    `Footnote answers questions from a folder of articles, each with its source.

  npm run feed -- BIRD…        feeds birds
  npm run feed < FILE          feeds many birds
  npm run feed -- all BIRDS OF FEATHER
                               feeds all

Each command lists its options: npm run ask -- --help
`,
  );
});

test('the help of a command has its options with their defaults, and its examples', () => {
  expect(renderCommandHelp({ ...FEED, dashHint: 'Birds have no dashes.' })).toBe(
    `  npm run feed -- BIRD…        feeds birds
  npm run feed < FILE          feeds many birds
  npm run feed -- all BIRDS OF FEATHER
                               feeds all

Options:
  --grains N                   how many (default: 3)
  --slowly                     one by one

Examples:
  npm run feed -- wren
  npm run feed -- --grains 5 wren

Birds have no dashes.
`,
  );
});

test('a command without options has none in its help', () => {
  expect(renderCommandHelp({ ...FEED, options: {} })).not.toContain('Options');
});
