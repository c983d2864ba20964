import { describe, expect, it } from 'vitest';
import { explainReadError, readErrorCode } from '../../../src/knowledge/folder/file-errors.ts';

describe('why a file could not be read', () => {
  it.each([
    ['EACCES', { code: 'no-permission' }],
    ['EPERM', { code: 'no-permission' }],
    ['ENOENT', { code: 'file-gone' }],
    ['EIO', { code: 'system-error', errorCode: 'EIO' }],
  ])('%s is told', (code, cause) => {
    expect(explainReadError(code, 'a.md')).toEqual({ kind: 'skipped', line: null, cause });
  });

  it('is known by Node’s code, else by what was thrown', () => {
    expect(readErrorCode(Object.assign(new Error('no'), { code: 'EIO' }))).toBe('EIO');
    expect(readErrorCode(new Error('odd'))).toBe('odd');
    expect(readErrorCode('thrown text')).toBe('thrown text');
  });
});
