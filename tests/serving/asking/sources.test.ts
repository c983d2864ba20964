import { expect, test } from 'vitest';
import { listSources } from '../../../src/serving/asking/sources.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { servedFrom } from '../serving-scene.ts';

const HOURS = `---
title: Hours
url: https://example.org/hours
publisher: The library
published: 2008-09-05
captured: 2018-12-17
---

The library opens at nine. It closes at five.
`;
const READ_AT = new Date('2024-05-01T10:00:00Z');
const NO_PARTS = { sections: 0, lists: 0, tables: 0, codeBlocks: 0, questions: 0 };
const [FIRST, SECOND] = [
  {
    path: 'a.md',
    title: 'A',
    url: null,
    publisher: null,
    published: null,
    captured: null,
    language: null,
    staleAfterDays: null,
    channels: null,
    roles: null,
    factCount: 1,
    parts: NO_PARTS,
  },
  {
    path: 'z/hours.md',
    title: 'Hours',
    url: 'https://example.org/hours',
    publisher: 'The library',
    published: '2008-09-05',
    captured: '2018-12-17',
    language: null,
    staleAfterDays: null,
    channels: null,
    roles: null,
    factCount: 2,
    parts: NO_PARTS,
  },
];
const FILES = { 'z/hours.md': HOURS, 'a.md': markdown('A'), 'broken.md': '' };

test('lists the articles by path with what they tell of themselves, and the time', () => {
  const served = servedFrom(FILES, { refreshedAt: READ_AT });
  const told = { articleCount: 2, factCount: 3, refreshedAt: READ_AT, isLearning: false };
  expect(listSources(served, { from: 0, count: 10 })).toEqual({ sources: [FIRST, SECOND], ...told });
  expect(listSources(served, { from: 1, count: 10 })).toEqual({ sources: [SECOND], ...told });
  expect(listSources(served, { from: 0, count: 1 })).toEqual({ sources: [FIRST], ...told });
  expect(listSources(served, { from: 2, count: 1 })).toEqual({ sources: [], ...told });
});
