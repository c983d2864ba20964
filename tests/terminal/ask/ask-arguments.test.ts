import { describe, expect, test } from 'vitest';
import { parseAskArguments } from '../../../src/terminal/ask/ask-arguments.ts';

const NOTHING = { json: false, explain: false, folder: null, limit: null, question: null };

describe('parseAskArguments', () => {
  test.each([
    [[], NOTHING],
    [['When was it?'], { ...NOTHING, question: 'When was it?' }],
    [['When', 'was', 'it?'], { ...NOTHING, question: 'When was it?' }],
    [['--json'], { ...NOTHING, json: true }],
    [
      ['--json', 'When?', '--limit', '7', '--knowledge', 'a b'],
      { json: true, explain: false, folder: 'a b', limit: 7, question: 'When?' },
    ],
    [['--limit=100', '--knowledge=../x'], { ...NOTHING, limit: 100, folder: '../x' }],
    [['--', '--json'], { ...NOTHING, question: '--json' }],
    [['--json', '--', '--help'], { ...NOTHING, json: true, question: '--help' }],
    [['--json', '--', '-5', 'degrees?'], { ...NOTHING, json: true, question: '-5 degrees?' }],
    [['--', 'a', '--', 'b'], { ...NOTHING, question: 'a -- b' }],
    [[''], { ...NOTHING, question: '' }],
    [['--explain', 'When?'], { ...NOTHING, explain: true, question: 'When?' }],
    [['--limit', '1', '--limit', '2'], { ...NOTHING, limit: 2 }],
  ])('reads %j', (args, expected) => {
    expect(parseAskArguments(args)).toEqual(expected);
  });

  test.each([
    [['--explain'], /--explain needs a question/],
    [['--explain', '--json', 'When?'], /cannot be combined with --json/],
    [['--limit', '0'], /--limit is “0”; it must be a whole number from 1 to 100/],
    [['--limit', '101'], /“101”/],
    [['--limit', 'x'], /“x”/],
    [['--limit', '1.5'], /“1.5”/],
    [['--limit', '1e1'], /“1e1”/],
    [['--limit', ' 5'], /“ 5”/],
    [['--limit', ''], /“”/],
    [['--limit=-1'], /“-1”/],
    [['--limit'], /--limit needs a value: --limit N/],
    [['--limit', '-1'], /--limit needs a value/],
    [['--knowledge'], /--knowledge needs a value: --knowledge DIR/],
    [['--knowledge', ''], /--knowledge needs a folder/],
    [['--knowledge', '--json'], /--knowledge needs a value/],
    [['--json=yes'], /--json takes no value\. Leave “=yes” out/],
    [['--jsno'], /There is no option “--jsno”\. Did you mean --json\?/],
    [['--limits=3', 'x'], /There is no option “--limits”\. Did you mean --limit\?/],
    [['--frobnicate'], /There is no option “--frobnicate”\. Put a second “--” before a question/],
    [['--toString'], /There is no option “--toString”/],
    [['--no-json'], /There is no option “--no-json”/],
    [['-j', 'When?'], /There is no option “-j”/],
    [['-5 degrees?'], /There is no option “-5 degrees\?”\. Put a second “--”/],
  ])('refuses %j in words, with the usage', (args, message) => {
    expect(() => parseAskArguments(args)).toThrow(message);
    expect(() => parseAskArguments(args)).toThrow('Usage: npm run ask');
    expect(() => parseAskArguments(args)).toThrow(expect.objectContaining({ code: 'unusable-arguments' }));
  });
});
