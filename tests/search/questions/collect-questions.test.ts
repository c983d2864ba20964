import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectQuestions } from '../../../src/search/questions/collect-questions.ts';
import { isQuestion } from '../../../src/text/words/questions.ts';
import { markdownArticle, plainArticle } from '../../articles.ts';

function askableIn(body: string, title = 'Notes'): readonly string[] {
  return collectQuestions([markdownArticle('a.md', `---\ntitle: ${title}\n---\n\n${body}\n`)]);
}

describe('the questions of articles', () => {
  test('are those that authors pinned, before those that articles ask themselves', () => {
    const pinned = markdownArticle('b.md', '---\ntitle: B\npinned:\n  - tell me of dogs\n---\n\nText.\n');
    const asking = markdownArticle('a.md', '---\ntitle: Why dogs?\n---\n\nText.\n');
    expect(collectQuestions([asking, pinned])).toEqual(['tell me of dogs', 'Why dogs?']);
  });

  test.each([
    ['a title that asks', '', 'Who keeps dogs?', ['Who keeps dogs?']],
    ['no other title', '', 'Keeping dogs', []],
  ])('is %s', (...[, , title, expected]) => expect(askableIn('Text.', title)).toEqual(expected));

  test.each([
    ['## May I bring my dog?\n\nOn Fridays.', ['May I bring my dog?']],
    ['## Dogs\n\nOn Fridays.', []],
    ['May I bring my dog? On Fridays.', ['May I bring my dog?']],
    ['May I bring my dog?\n\nOn Fridays.', ['May I bring my dog?']],
    ['May I bring\nmy dog?\n\nOn Fridays.', ['May I bring my dog?']],
    ['- May I bring my dog?', []],
    ['- May I bring my dog?\n- Who pays?\n- Kim does.', ['Who pays?']],
    ['Kim asked. May dogs come? No.', []],
    ['“May dogs come?”\n\nSo they asked.', []],
    ['Why is it so?\n\nBecause.', []],
    ['Cows and dogs;\n\nGoats.', []],
    [`Who ${'really '.repeat(30)} keeps dogs?\n\nKim.`, []],
  ])('in %j is %j', (body, expected) => expect(askableIn(body)).toEqual(expected));

  test('are named once, even if two articles ask them', () => {
    const [one, two] = ['a', 'b'].map((name) =>
      markdownArticle(
        `${name}.md`,
        `---\ntitle: ${name}\npinned:\n  - Who pays?\n---\n\n## Who pays?\n\nKim.\n`,
      ),
    );
    expect(collectQuestions(one && two ? [one, two] : [])).toEqual(['Who pays?']);
  });

  test('is nothing but questions on one line where nothing is pinned, whatever the articles say', () => {
    const piece = fc.oneof(fc.constantFrom('Who', ' dogs', '?', '.', '\n\n', '“', '?”', ';'), fc.string());
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => `Text. ${parts.join('')}`);
    fc.assert(
      fc.property(text, (body) => {
        for (const question of collectQuestions([plainArticle('Notes', body)])) {
          expect(isQuestion(question)).toBe(true);
          expect(question).not.toMatch(/\n/);
        }
      }),
    );
  });
});
