import { expect, test } from 'vitest';
import { ServedKnowledge } from '../../src/requests/served-knowledge.ts';
import { listSources } from '../../src/requests/sources.ts';
import { markdown, temporaryFolder } from '../knowledge/temporary-folder.ts';
import { models } from '../models.ts';

const HOURS = `---
title: Hours
url: https://example.org/hours
publisher: The library
published: 2008-09-05
captured: 2018-12-17
---

The library opens at nine. It closes at five.
`;

test('lists the articles by path with what they tell of themselves, the problems and the time', async () => {
  const folder = await temporaryFolder({ 'z/hours.md': HOURS, 'a.md': markdown('A'), 'broken.md': '' });
  const { current } = await ServedKnowledge.open({
    models,
    folder,
    now: () => new Date('2024-05-01T10:00:00Z'),
  });
  const reply = listSources(current);
  expect(reply).toEqual({
    sources: [
      { path: 'a.md', title: 'A', url: null, publisher: null, published: null, captured: null, factCount: 1 },
      {
        path: 'z/hours.md',
        title: 'Hours',
        url: 'https://example.org/hours',
        publisher: 'The library',
        published: '2008-09-05',
        captured: '2018-12-17',
        factCount: 2,
      },
    ],
    problems: [expect.objectContaining({ path: 'broken.md' })],
    factCount: 3,
    refreshedAt: new Date('2024-05-01T10:00:00Z'),
  });
});
