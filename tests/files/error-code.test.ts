import { expect, test } from 'vitest';
import { readErrorCode } from '../../src/files/error-code.ts';

test('an error’s code is Node’s, or else what was thrown', () => {
  expect(readErrorCode(Object.assign(new Error('no'), { code: 'EIO' }))).toBe('EIO');
  expect(readErrorCode(new Error('odd'))).toBe('odd');
  expect(readErrorCode('thrown text')).toBe('thrown text');
});
