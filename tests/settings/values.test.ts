import { describe, expect, test } from 'vitest';
import { explainEnvFile } from '../../src/settings/values.ts';

const TEXT = 'DISCORD_TOKEN=abc\n';

describe('explainEnvFile', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), 1],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`), 1],
    ['an empty file', Buffer.alloc(0), 0],
    ['Latin-1 with an accent in a comment', Buffer.from(`# né\n${TEXT}`, 'latin1'), 1],
  ])('accepts %s', (_, bytes, count) => {
    expect(explainEnvFile(bytes, count)).toBeNull();
  });

  test.each([
    ['UTF-16, as Notepad can write it', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['something else than text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])],
  ])('explains %s', (_, bytes) => {
    expect(explainEnvFile(bytes, 0)).toMatch(/^The file \.env is not UTF-8 text.*save it as UTF-8/);
  });
});
