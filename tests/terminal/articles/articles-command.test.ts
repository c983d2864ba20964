import { describe, expect, test } from 'vitest';
import { runArticles } from '../../../src/terminal/articles/articles-command.ts';
import { markdown } from '../../knowledge/temporary-folder.ts';
import { serviceOver } from '../../serving/serving-scene.ts';
import { displayWidth } from '../display-width.ts';
import { HOSTILE_ARTICLE, STEERING } from '../hostile-article.ts';
import { testTerminal } from '../streams.ts';

async function list(
  files: Readonly<Record<string, string>>,
  columns?: number,
  passedOver: readonly string[] = [],
) {
  const terminal = testTerminal(columns === undefined ? {} : { columns });
  const status = await runArticles(await serviceOver(files), { isJson: false, passedOver }, terminal);
  return { status, text: terminal.written() };
}

async function listAsJson(files: Readonly<Record<string, string>>) {
  const terminal = testTerminal({});
  const status = await runArticles(
    await serviceOver(files),
    { isJson: true, passedOver: ['rules.pdf'] },
    terminal,
  );
  return { status, text: terminal.written() };
}

const POOL = 'Pool\n====\n\nRules\n-----\n\n- Walk\n- Shower\n\nFees\n----\n\nRun::\n\n  pay\n';

const DATED =
  '---\ntitle: Hours\npublished: 2008-09-05\n---\n\nThe library opens at nine. It closes at five.\n';

describe('articles', () => {
  test('lists titles, facts and dates, then counts, and ends well', async () => {
    expect(await list({ 'a.md': markdown('First'), 'hours.md': DATED })).toEqual({
      status: 0,
      text: 'First\n  a.md · 1 fact · no dates\n  Markdown\n\nHours\n  hours.md · 2 facts · published 5 September 2008\n  Markdown\n\n2 articles, 3 facts, 0 problems.\n',
    });
  });

  test('tells what each file was read as', async () => {
    const { text } = await list({ 'pool.rst': POOL, 'faq.json': '{"q": "May I swim?", "a": "Yes."}' });
    expect(text).toContain('JSON · 1 section · 1 question\n');
    expect(text).toContain('reStructuredText · 2 sections · 1 list · 1 code block\n');
  });

  test('gives all of it as one JSON object', async () => {
    const { status, text } = await listAsJson({
      'pool.md': '---\ntitle: Pool\nlanguage: en\n---\n\n## A?\n\n- a\n\n| b |\n|-|\n\n{{#include c}}',
      'b.md': '---\ntitle: "x\n---\n\nText.\n',
    });
    expect(status).toBe(1);
    expect(text.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toEqual({
      articles: [
        {
          path: 'pool.md',
          title: 'Pool',
          url: null,
          publisher: null,
          published: null,
          captured: null,
          language: 'en',
          staleAfterDays: null,
          channels: null,
          roles: null,
          format: 'Markdown',
          facts: 2,
          sections: 1,
          lists: 1,
          tables: 1,
          codeBlocks: 0,
          questions: 1,
        },
      ],
      problems: [
        {
          path: 'b.md',
          line: 2,
          kind: 'skipped',
          code: 'invalid-yaml',
          message: expect.any(String),
          remedy: expect.any(String),
        },
        {
          path: 'pool.md',
          line: 13,
          kind: 'warning',
          code: 'not-included',
          message: expect.any(String),
          remedy: expect.any(String),
        },
      ],
      passedOver: ['rules.pdf'],
    });
  });

  test('names the documents that it cannot read, and ends well all the same', async () => {
    const paths = ['rules.pdf', 'faq\u001b[2J.docx'];
    const { status, text } = await list({ 'a.md': markdown('First') }, undefined, paths);
    expect(status).toBe(0);
    expect(text).toContain(
      '\n\n2 files were passed over, because I can’t read their kind: rules.pdf, faq[2J.docx. docs/articles.md tells how to convert them.\n\n1 article',
    );
  });

  test('ends with 1 where a file has a problem, with its line and what to do', async () => {
    const { status, text } = await list({
      'a.md': markdown('First'),
      'b.md': '---\ntitle: "x\n---\n\nText.\n',
    });
    expect(status).toBe(1);
    expect(text).toMatch(
      /\n\nb\.md:\d+\n {2}The front matter is not valid YAML: .+ Fix this line\. .+\n\n1 article, 1 fact, 1 problem\.\n$/,
    );
  });

  test.each([40, 100])('keeps within %i columns', async (columns) => {
    const { text } = await list(
      { 'a.md': markdown('関税局 '.repeat(30)), 'b.md': 'no front matter' },
      columns,
    );
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  });

  test('cannot be steered by an article, a file name or a problem', async () => {
    const { text } = await list({
      'a.md': HOSTILE_ARTICLE,
      'b\u001b[2J\u202e.md': 'x',
      'c.md': markdown('C').replace('title', '"k\u001b[2Jey": 1\ntitle'),
    });
    expect(text).not.toMatch(STEERING);
    expect(text).toContain('b[2J.md');
    expect((await listAsJson({ 'a.md': HOSTILE_ARTICLE })).text).not.toMatch(STEERING);
  });
});
