import { describe, expect, test } from 'vitest';
import { parseArguments, refuseOptionsTakenByNpm } from '../../src/terminal/command-arguments.ts';

const FEED = {
  name: 'feed',
  forms: [{ operands: 'BIRD…', help: 'feeds birds' }],
  options: {
    grains: { type: 'string', value: 'N', help: 'how many' },
    slowly: { type: 'boolean', help: 'one by one' },
  },
  examples: [],
} as const;

describe('options that npm took for itself', () => {
  const npm = { npm_lifecycle_event: 'feed' };

  test.each([
    [{ npm_config_slowly: 'true' }, 'npm kept --slowly for itself', '-- --slowly BIRD…'],
    [{ npm_config_grains: '5' }, 'npm kept --grains for itself', '-- --grains N BIRD…'],
    [
      { npm_config_grains: 'true', npm_config_slowly: 'true' },
      'npm kept --grains and --slowly for itself',
      '-- --grains N --slowly BIRD…',
    ],
  ])('%j are refused with what to type instead', (env, mistake, call) => {
    const refused = () => refuseOptionsTakenByNpm(FEED, { ...npm, ...env });
    expect(refused).toThrow(`${mistake}. Put “--” before the options: npm run feed ${call}`);
    expect(refused).toThrow(expect.objectContaining({ code: 'unusable-arguments' }));
  });

  test.each([
    ['npm’s own settings', { ...npm, npm_config_yes: 'true' }],
    ['an option that is switched off', { ...npm, npm_config_slowly: 'false', npm_config_grains: '' }],
    ['another script', { npm_lifecycle_event: 'test', npm_config_slowly: 'true' }],
    ['a start without npm', { npm_config_slowly: 'true' }],
  ])('%s do not matter', (_, env) => {
    expect(() => refuseOptionsTakenByNpm(FEED, env)).not.toThrow();
  });
});

describe('a command without options and operands', () => {
  const syntax = { ...FEED, forms: [{ operands: '', help: 'feeds all' }], options: {} };

  test('takes no arguments', () => {
    expect(parseArguments([], syntax).positionals).toEqual([]);
    expect(() => parseArguments(['--foo', 'x'], syntax)).toThrow(
      '“feed” takes no arguments, but it was given “--foo x”.',
    );
  });
});
