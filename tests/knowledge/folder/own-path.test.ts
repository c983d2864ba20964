import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseNotePath, toOwnPath } from '../../../src/knowledge/folder/own-path.ts';

describe('the path of a server’s own article', () => {
  test.each([
    ['hours.md', 'server/hours.md'],
    ['Opening hours.TXT', 'server/Opening hours.txt'],
    ['../../etc/passwd.md', 'server/passwd.md'],
    ['C:\\docs\\a.b.md', 'server/a.b.md'],
    ['..md.md', 'server/md.md'],
    ['a<script>.md', 'server/a_script_.md'],
    ['часы.md', 'server/часы.md'],
    [`${'x'.repeat(300)}.md`, `server/${'x'.repeat(89)}.md`],
    [`${'x'.repeat(300)}.TXT`, `server/${'x'.repeat(89)}.txt`],
  ])('of %j is %j', (name, path) => {
    expect(toOwnPath(name)).toBe(path);
  });

  test.each(['', 'hours', 'hours.pdf', '.md', '   .txt', 'a.md/', '../.md', 'hours.md.exe'])(
    'cannot be made of %j',
    (name) => {
      expect(toOwnPath(name)).toBeNull();
    },
  );

  test('leads nowhere else, holds no control characters and fits into a choice, for any name', () => {
    // Also made of letters only: names of arbitrary characters rarely stay long.
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom('x', 'é', '中', '𝒳', ' ', '.', '/'), maxLength: 200 }),
    );
    fc.assert(
      fc.property(name, fc.constantFrom('.md', '.txt'), (text, ending) => {
        const path = toOwnPath(text + ending);
        if (path === null) return;
        expect(path).toMatch(/^server\/[\p{L}\p{M}\p{N} _-][\p{L}\p{M}\p{N} ._-]*\.(?:md|txt)$/u);
        expect(path.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the path of a note', () => {
  test('is its title in small letters, and differs from all taken paths', () => {
    expect(chooseNotePath('Opening hours: “new”!', new Set())).toBe('server/opening-hours-new.md');
    const taken = new Set(['server/tea.md', 'server/tea-2.md']);
    expect(chooseNotePath('Tea', taken)).toBe('server/tea-3.md');
    expect(chooseNotePath('???', new Set())).toBe('server/note.md');
  });

  test('can be made from any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const path = chooseNotePath(title, new Set());
        expect(toOwnPath(path)).toBe(path);
      }),
    );
  });
});
