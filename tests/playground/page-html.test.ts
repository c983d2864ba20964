import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, renderPageHtml } from '../../src/playground/page-html.ts';
import { playgroundTexts } from '../../src/wording/kit/english.ts';

const TEMPLATE = readFileSync('src/playground/page/index.html', 'utf8');

test('an escaped text is shown letter by letter, and ends no element and no attribute', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('<>"\'&;ab#1 ')) });
  fc.assert(
    fc.property(text, (typed) => {
      const escaped = escapeHtml(typed);
      expect(escaped).not.toMatch(/[<>"']/);
      const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
      expect(escaped.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '')).toBe(typed);
    }),
  );
});

test('the page holds all its texts, and neither script nor style nor handler of its own', () => {
  const html = renderPageHtml(TEMPLATE);
  expect(html).not.toContain('{{');
  expect(html).toContain(escapeHtml(playgroundTexts.page.questionHint));
  expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="app.js">']);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|https?:/);
});

test('a name without a text is a mistake', () => {
  expect(() => renderPageHtml('{{nothing}}')).toThrow('“nothing”');
});
