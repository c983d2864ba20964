import { expect, test } from 'vitest';
import { isHelpRequested, renderHelp } from '../../src/terminal/help.ts';

test.each([[['--help']], [['ask', '-h']], [['start', '--help']]])('%j ask for help', (args) =>
  expect(isHelpRequested(args)).toBe(true),
);

test.each([[[]], [['ask', 'help']], [['ask', '--json', '--', '--help']]])('%j do not', (args) =>
  expect(isHelpRequested(args)).toBe(false),
);

test('the help has a line for each form and each option, and two where the first is long', () => {
  const syntax = {
    name: 'feed',
    forms: [
      { operands: 'BIRD…', help: 'feeds birds' },
      { operands: '', call: 'npm run feed < FILE', help: 'feeds many birds' },
      { operands: 'all BIRDS OF FEATHER', help: 'feeds all' },
    ],
    options: {
      grains: { type: 'string', value: 'N', help: 'how many' },
      slowly: { type: 'boolean', help: 'one by one' },
    },
  } as const;
  expect(
    renderHelp([syntax]),
  ).toBe(`Footnote answers questions from a folder of articles, each with its source.

  npm run feed -- BIRD…        feeds birds
  npm run feed < FILE          feeds many birds
  npm run feed -- all BIRDS OF FEATHER
                               feeds all
      --grains N               how many
      --slowly                 one by one
`);
});
