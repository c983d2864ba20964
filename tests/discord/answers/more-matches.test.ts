import { expect, test } from 'vitest';
import { COMPONENT_LIMITS } from '../../../src/discord/kit/limits.ts';
import { MAX_PASSAGES } from '../../../src/serving/asking/found-passages.ts';

test('passages are built for a full menu and the answer above it', () => {
  expect(MAX_PASSAGES).toBe(COMPONENT_LIMITS.options + 1);
});
