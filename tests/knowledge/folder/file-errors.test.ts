import { describe, expect, test } from 'vitest';
import { explainReadError } from '../../../src/knowledge/folder/file-errors.ts';

describe('the reason why a file could not be read', () => {
  test.each([
    ['EACCES', { code: 'no-permission' }],
    ['EPERM', { code: 'no-permission' }],
    ['ENOENT', { code: 'file-gone' }],
    ['EIO', { code: 'system-error', errorCode: 'EIO' }],
  ])('%s is reported', (code, cause) => {
    expect(explainReadError(code, 'a.md')).toEqual({ kind: 'skipped', line: null, cause });
  });
});
