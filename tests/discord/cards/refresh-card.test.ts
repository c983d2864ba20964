import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLOURS } from '../../../src/discord/cards/card.ts';
import { buildRefreshCard } from '../../../src/discord/cards/refresh-card.ts';
import type { Problem } from '../../../src/knowledge/article/problem.ts';
import type { FactCounts, RefreshReport } from '../../../src/serving/base/base-report.ts';
import { english } from '../../../src/wording/kit/english.ts';
import { expectDiscordTakesCard, readTexts, textsOfCard } from '../card-checks.ts';
import { hostile } from '../made-up.ts';

const NO_FACTS: FactCounts = { added: 0, removed: 0, changed: 0 };

function report(
  given: Partial<Omit<RefreshReport, 'changes'>> & {
    readonly changes?: Partial<RefreshReport['changes']>;
  } = {},
): RefreshReport {
  const changes = { added: [], removed: [], changed: [], facts: NO_FACTS, ...given.changes };
  return { problems: [], kept: [], limited: [], articleCount: 2, factCount: 30, ...given, changes };
}

function problem(path: string, given: Partial<Problem> = {}): Problem {
  return { kind: 'skipped', path, line: 3, cause: { code: 'title-empty' }, ...given };
}

/** The lines of the card of a report. */
const linesOf = (given: RefreshReport): readonly string[] =>
  textsOfCard(buildRefreshCard(given, english)).flatMap((text) => text.split('\n'));

const names = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ path: `a${i + 1}.md`, title: `Article ${i + 1}` }));

describe('the report of a refresh', () => {
  test('says so where nothing has changed', () => {
    expect(linesOf(report())).toEqual(['### Refreshed: 2 articles', 'Nothing has changed.']);
    expect(buildRefreshCard(report(), english).accent_color).toBe(COLOURS.done);
    const above = { above: 'files changed' };
    expect(textsOfCard(buildRefreshCard(report(), english, above))[0]).toMatch(/^-# files changed\n###/);
  });

  test('lists added, removed and changed articles, with how much changed in them', () => {
    const facts = { added: 2, removed: 1, changed: 1 };
    const changes = {
      added: [{ path: 'new.md', title: 'New' }],
      removed: [{ path: 'old.md', title: 'Old' }],
      changed: [{ path: 'both.md', title: '*Both*', facts: { ...NO_FACTS, added: 1 } }],
      facts,
    };
    expect(linesOf(report({ changes })).slice(1)).toEqual([
      'Passages: 2 added, 1 removed, 1 changed',
      '🟢 New (new.md)',
      '🔴 Old (old.md)',
      '✏️ \\*Both\\* (both.md): 1 added, 0 removed, 0 changed',
    ]);
  });

  test('lists every problem, and tells which file’s last readable version goes on answering', () => {
    const problems = [
      problem('kept.md'),
      problem('never.md', { line: null }),
      problem('kept.md', { kind: 'warning', cause: { code: 'pinned-not-list' } }),
      problem('folder', { line: null, cause: { code: 'no-permission' } }),
    ];
    const found = report({ problems, kept: ['kept.md', 'folder/a.md'] });
    const stays = 'I keep using its last readable version until I restart.';
    expect(linesOf(found).slice(1)).toEqual([
      'Nothing has changed.',
      '**4 problems**',
      `- kept.md\\:3: The title is empty. Write the name of the article. ${stays}`,
      '- never.md: The title is empty. Write the name of the article.',
      '- kept.md\\:3: “pinned” is not a list. Put each question on its own line below “pinned:”, beginning with “- ”.',
      `- folder: The bot may not read this. Give the account that runs the bot the right to read it. ${stays}`,
    ]);
    expect(buildRefreshCard(found, english).accent_color).toBe(COLOURS.unsure);
  });

  test('names no file that is limited, or may be, where others read it', () => {
    const warning = { kind: 'warning', cause: { code: 'pinned-not-list' } } as const;
    const problems = [
      problem('vault.md', warning),
      problem('broken.md'),
      problem('draft.md', { kind: 'draft' }),
      problem('open.md', warning),
    ];
    const added = ['vault.md', 'desk.md', 'open.md'].map((path) => ({ path, title: path }));
    const found = report({ changes: { added }, problems, limited: ['vault.md', 'desk.md', 'old.md'] });
    const lines = textsOfCard(buildRefreshCard(found, english, { namesLimited: false })).join('\n');
    expect(lines).not.toMatch(/vault|desk|broken|draft|old/);
    expect(lines).toContain('🟢 open.md (open.md)\n🔒 2 articles that not everybody may read');
    expect(lines).toContain('**4 problems**\n- open.md\\:3');
    expect(lines).toContain('\n🔒 3 problems in files that are not for everybody, or that I could not read.');
    const counted = { namesLimited: false, namesProblems: false };
    expect(textsOfCard(buildRefreshCard(found, english, counted)).join('\n')).toMatch(/\*\*4 problems\*\*$/);
  });

  test('counts what does not fit', () => {
    const problems = Array.from({ length: 9 }, (_, i) => problem(`b${i}.md`));
    const description = linesOf(report({ changes: { added: names(20) }, problems })).join('\n');
    expect(description).toContain('Article 12 (a12.md)\n… and 8 more articles\n');
    expect(description).toMatch(/b7\.md.*\n… and 1 more problem$/);
  });

  test('does not lose a problem behind many changed articles', () => {
    const changes = { added: names(500).map(({ path }) => ({ path, title: '*'.repeat(300) })) };
    expect(linesOf(report({ changes, problems: [problem('b.md')] })).join('\n')).toContain('\n- b.md');
  });
});

test('Discord takes every report, and nothing an author has written has an effect', () => {
  const name = fc.record({ path: hostile(500), title: hostile(300) });
  const anyProblem = fc.record({
    kind: fc.constantFrom('skipped', 'warning'),
    path: hostile(500),
    line: fc.option(fc.nat(1_000_000)),
    cause: fc.oneof(
      fc.record({ code: fc.constant('key-twice' as const), key: hostile(1000) }),
      fc.record({ code: fc.constant('invalid-yaml' as const), detail: hostile(1000) }),
      fc.record({ code: fc.constant('host-not-linkable' as const), host: hostile(1000) }),
    ),
  });
  const lists = { minLength: 0, maxLength: 30, size: 'max' } as const;
  fc.assert(
    fc.property(
      fc.array(name, lists),
      fc.array(name, lists),
      fc.array(anyProblem, lists),
      (added, both, problems) => {
        const changed = both.map((article) => ({ ...article, facts: NO_FACTS }));
        const kept = problems.map(({ path }) => path);
        const card = buildRefreshCard(
          report({ changes: { added, removed: added, changed }, problems, kept }),
          english,
        );
        expectDiscordTakesCard(card);
        const own = textsOfCard(card).join('\n').match(/^- /gm) ?? [];
        const [, ...formatting] = readTexts(card).formatting.filter((rule) => rule !== 'bold');
        expect(formatting).toEqual(own.map(() => 'list'));
      },
    ),
    { numRuns: 100 },
  );
});
