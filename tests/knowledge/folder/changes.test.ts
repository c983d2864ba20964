import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/knowledge/article/article.ts';
import { compareArticles } from '../../../src/knowledge/folder/changes.ts';
import type { FactChanges } from '../../../src/knowledge/folder/fact-changes.ts';
import { parseArticle } from '../../../src/knowledge/folder/parse-article.ts';

function article(path: string, body: string, frontMatter = 'title: T'): Article {
  const parsed = parseArticle(path, Buffer.from(`---\n${frontMatter}\n---\n${body}`)).article;
  if (parsed === null) throw new Error(`no article: ${body}`);
  return parsed;
}

/** `+` is added, `-` removed, `before → after` changed. */
function shown({ added, removed, changed }: FactChanges): string[] {
  return [
    ...added.map(({ text }) => `+ ${text}`),
    ...removed.map(({ text }) => `- ${text}`),
    ...changed.map(({ before, after }) => `${before.text} → ${after.text}`),
  ];
}

function factChanges(before: string, after: string): string[] {
  return shown(compareArticles([article('a.md', before)], [article('a.md', after)]).facts);
}

const NOTHING = { added: [], removed: [], changed: [], facts: { added: [], removed: [], changed: [] } };

describe('two readings', () => {
  test('of the same articles are equal, whatever their order', () => {
    const [a, b] = [article('a.md', 'One. Two.'), article('b.md', 'Three.')];
    expect(compareArticles([a, b], [b, article('a.md', 'One. Two.')])).toEqual(NOTHING);
    expect(compareArticles([], [])).toEqual(NOTHING);
  });

  test('list the added and removed articles, sorted by path, with all their facts', () => {
    const changes = compareArticles(
      [article('z.md', 'Old one.'), article('kept.md', 'Kept.')],
      [article('kept.md', 'Kept.'), article('c.md', 'New one.'), article('b.md', 'New two.')],
    );
    expect(changes.added).toEqual([
      { path: 'b.md', title: 'T' },
      { path: 'c.md', title: 'T' },
    ]);
    expect(changes.removed).toEqual([{ path: 'z.md', title: 'T' }]);
    expect(changes.changed).toEqual([]);
    expect(shown(changes.facts)).toEqual(['+ New two.', '+ New one.', '- Old one.']);
  });

  test('treat a renamed file as one removed and one added file', () => {
    const changes = compareArticles([article('old.md', 'One.')], [article('new.md', 'One.')]);
    expect(changes).toMatchObject({
      added: [{ path: 'new.md' }],
      removed: [{ path: 'old.md' }],
      changed: [],
    });
    expect(shown(changes.facts)).toEqual(['+ One.', '- One.']);
  });

  test.each([
    ['title', 'title: Other'],
    ['date', 'title: T\ncaptured: 2018-12-18'],
    ['address', 'title: T\nurl: https://example.com'],
    ['aliases', 'title: T\naliases:\n  A: b'],
    ['pinned questions', 'title: T\npinned:\n  - Who?'],
  ])('count an article as changed for its %s alone', (_, frontMatter) => {
    const changes = compareArticles([article('a.md', 'One.')], [article('a.md', 'One.', frontMatter)]);
    expect(changes.changed).toMatchObject([{ path: 'a.md', facts: NOTHING.facts }]);
    expect(changes.facts).toEqual(NOTHING.facts);
  });

  test('name a changed article by its new title', () => {
    const [before, after] = [article('a.md', 'One.'), article('a.md', 'One.', 'title: New')];
    expect(compareArticles([before], [after]).changed[0]?.title).toBe('New');
  });

  test('count an article as changed for a heading alone', () => {
    const { changed, facts } = compareArticles(
      [article('a.md', '## A\n\nOne.')],
      [article('a.md', '## B\n\nOne.')],
    );
    expect(changed).toHaveLength(1);
    expect(facts).toEqual(NOTHING.facts);
  });
});

describe('the facts of a changed article', () => {
  const kept = ['The first one stays.', 'The last one stays.'];
  const between = (text: string): string => `${kept[0]} ${text} ${kept[1]}`;

  test('are paired where a number or a name changed', () => {
    expect(
      factChanges(between('Today there are 8 offices abroad.'), between('Today there are 9 offices abroad.')),
    ).toEqual(['Today there are 8 offices abroad. → Today there are 9 offices abroad.']);
  });

  test('are added and removed where another sentence is at their location', () => {
    expect(factChanges(between('Dogs bark at night.'), between('Fees rose by half.'))).toEqual([
      '+ Fees rose by half.',
      '- Dogs bark at night.',
    ]);
  });

  test('are paired in order past a removed one', () => {
    expect(
      factChanges(
        between('Dogs bark at night. The fee is 5 euros now. Ask for a form.'),
        between('The fee is 6 euros now. Rain fell. Ask for the form.'),
      ),
    ).toEqual([
      '+ Rain fell.',
      '- Dogs bark at night.',
      'The fee is 5 euros now. → The fee is 6 euros now.',
      'Ask for a form. → Ask for the form.',
    ]);
  });

  test('are not paired across an unchanged one', () => {
    expect(factChanges('The fee is 5 euros. Stays.', 'Stays. The fee is 6 euros.')).toEqual([
      '+ The fee is 6 euros.',
      '- The fee is 5 euros.',
    ]);
  });

  test('are unchanged where they only moved', () => {
    expect(factChanges('One. Two.\n\nThree.', 'Three. One.\n\nTwo.')).toEqual([]);
  });

  test('are counted one by one where a sentence repeats', () => {
    expect(factChanges('Same. Same.', 'Same. Same. Same.')).toEqual(['+ Same.']);
  });
});

describe('whatever changed', () => {
  const sentences = fc.array(
    fc.constantFrom('The fee is 5.', 'The fee is 6.', 'Dogs bark.', 'Cats sleep.', 'Same.', '中文。', '!!!'),
    { minLength: 1, maxLength: 12 },
  );
  const documents = sentences.map((parts) => article('a.md', `Start.\n\n${parts.join('\n\n')}`));

  test('the old facts without the removed and with the added and changed ones are the new facts', () => {
    fc.assert(
      fc.property(documents, documents, (before, after) => {
        const { added, removed, changed } = compareArticles([before], [after]).facts;
        const ids = new Set(before.facts.map(({ id }) => id));
        for (const fact of [...removed, ...changed.map((change) => change.before)])
          expect(ids.delete(fact.id)).toBe(true);
        for (const fact of [...added, ...changed.map((change) => change.after)]) {
          expect(ids.has(fact.id)).toBe(false);
          ids.add(fact.id);
        }
        expect([...ids].toSorted()).toEqual(after.facts.map(({ id }) => id).toSorted());
      }),
      { numRuns: 300 },
    );
  });

  test('a rewritten article of 20,000 facts is compared within seconds', () => {
    const [before, after] = [longArticle('Old'), longArticle('New')];
    const startedAt = performance.now();
    const { facts } = compareArticles([before], [after]);
    // Takes 0.5 s here. Comparing each fact with all others would take minutes.
    expect(performance.now() - startedAt).toBeLessThan(8000);
    expect(facts.added.length + facts.changed.length).toBe(20_000);
  });
});

function longArticle(word: string): Article {
  const paragraphs = Array.from({ length: 20_000 }, (_, index) => `${word} ${index} and more.`);
  const parsed = parseArticle('a.txt', Buffer.from(`T\n\n${paragraphs.join('\n\n')}`)).article;
  if (parsed === null) throw new Error('no article');
  return parsed;
}
