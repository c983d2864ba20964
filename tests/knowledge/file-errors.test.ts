import { describe, expect, it } from 'vitest';
import { errorCode, unreadable } from '../../src/knowledge/file-errors.ts';

describe('why a file could not be read', () => {
  it.each([
    ['EACCES', 'The bot may not read this.'],
    ['EPERM', 'The bot may not read this.'],
    ['ENOENT', 'The file was gone before it could be read.'],
    ['EIO', 'The system could not read this (EIO).'],
  ])('%s is told in words', (code, message) => {
    expect(unreadable(code, 'a.md')).toMatchObject({ kind: 'skipped', line: null, message });
  });

  it('is known by Node’s code, else by what was thrown', () => {
    expect(errorCode(Object.assign(new Error('no'), { code: 'EIO' }))).toBe('EIO');
    expect(errorCode(new Error('odd'))).toBe('odd');
    expect(errorCode('thrown text')).toBe('thrown text');
  });
});
