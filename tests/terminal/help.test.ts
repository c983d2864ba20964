import { expect, test } from 'vitest';
import { HELP, isHelpRequested } from '../../src/terminal/help.ts';

test.each([[['--help']], [['ask', '-h']], [['start', '--help']]])('%j ask for help', (args) =>
  expect(isHelpRequested(args)).toBe(true),
);

test.each([[[]], [['ask', 'help']], [['ask', '--json', '--', '--help']]])('%j do not', (args) =>
  expect(isHelpRequested(args)).toBe(false),
);

test('the help names the commands and their options', () => {
  for (const named of ['ask', 'articles', 'register', 'start', '--knowledge DIR'])
    expect(HELP).toContain(named);
});
