import { describe, expect, test } from 'vitest';
import { explainReadError, readErrorCode } from '../../../src/knowledge/folder/file-errors.ts';

describe('the reason why a file could not be read', () => {
  test.each([
    ['EACCES', { code: 'no-permission' }],
    ['EPERM', { code: 'no-permission' }],
    ['ENOENT', { code: 'file-gone' }],
    ['EIO', { code: 'system-error', errorCode: 'EIO' }],
  ])('%s is reported', (code, cause) => {
    expect(explainReadError(code, 'a.md')).toEqual({ kind: 'skipped', line: null, cause });
  });

  test('is Node’s code, or else the thrown value', () => {
    expect(readErrorCode(Object.assign(new Error('no'), { code: 'EIO' }))).toBe('EIO');
    expect(readErrorCode(new Error('odd'))).toBe('odd');
    expect(readErrorCode('thrown text')).toBe('thrown text');
  });
});
