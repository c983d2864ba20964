import { describe, expect, test } from 'vitest';
import { renderModerated } from '../../../src/measuring/bench/moderated-report.ts';
import { MODERATED } from './moderated-costs.ts';
import { tablesIn } from './table-cells.ts';

describe('the report on servers with moderators', () => {
  const text = renderModerated(MODERATED).join('\n\n');
  const [asked, servers, queue, blocks] = tablesIn(text);

  test('gives the times of questions, and of their bases', () => {
    expect(asked).toEqual([
      ['the first one in a server', '40.0', '60.0', '30.0', '50.0', '3'],
      ['a later one there', '8.00', '8.00', '0.500', '0.500', '1'],
      ['the first one there after a refresh', '9.00', '9.00', '3.00', '3.00', '1'],
      ['one outside servers', '5.00', '6.00', '0.000', '0.000', '2'],
    ]);
  });

  test('gives the times of refreshes, and the memory as servers are asked', () => {
    expect(servers).toEqual([
      ['a refresh of the shared folder, p50 ms', '200'],
      ['a refresh of the shared folder, slowest, ms', '900'],
      ['memory after 100 servers, MB', '50.0'],
      ['memory after 150 servers, MB', '60.0'],
      ['servers asked, of 1,000', '150'],
    ]);
  });

  test('gives the costs of a queue', () => {
    expect(queue).toEqual([
      ['entries once it is merged', '8,000'],
      ['listing and merging it, p50 ms', '800'],
      ['finding one entry, p50 ms', '70.0'],
      ['finding one entry, p99 ms', '90.0'],
    ]);
  });

  test('gives the longest blocks of the main thread', () => {
    expect(blocks).toEqual([
      ['while the bot starts, ms', '20.0'],
      ['while the folder is refreshed, ms', '30.0'],
      ['while a server with 32,000 facts of its own is asked first, ms', '10.0'],
      ['while the queue above is listed, ms', '300'],
      ['while 100 questions are under way, ms', '5.00'],
    ]);
  });

  test('says how many there are of each', () => {
    expect(text).toContain('20 articles of their own, of 5 sentences each, beside 2,000 shared facts');
    expect(text).toContain('until 120 servers\nhave been asked');
    expect(text).toContain('10,000 unanswered questions');
  });
});
