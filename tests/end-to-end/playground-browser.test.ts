import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { Browser } from '../gallery/pictures/browser.ts';
import { findChromium } from '../gallery/pictures/find-chromium.ts';
import { markdown } from '../knowledge/temporary-folder.ts';
import { type RunningPlayground, startPlayground } from './running-playground.ts';

const chromium = await findChromium();
if (chromium === null)
  console.warn(
    'SKIPPED: the playground is not tried in a browser, because there is no Chromium on the path (on Debian: apt-get install chromium).',
  );

/** Whatever of this runs, or becomes an element, is a hole. */
const ATTACK =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script><svg onload="window.hacked=1">';
const HOSTILE = `---
title: ${JSON.stringify(`Hats ${ATTACK}`)}
url: https://hats.example/"onmouseover="window.hacked=1
aliases:
  XSS: ${JSON.stringify(ATTACK)}
---

# ${ATTACK} Hats

Hats cost 5 euros, \`${ATTACK}\` and [a link](javascript:window.hacked=1).
[Another](https://hats.example/?a="><script>window.hacked=1</script>) too: &lt;script&gt;window.hacked=1&lt;/script&gt;

- ${ATTACK} item

| ${ATTACK} | B |
|---|---|
| \`${ATTACK}\` | b |

\`\`\`
${ATTACK}
\`\`\`
`;
const FILES = { 'tower.md': tower(1900), 'hats.md': HOSTILE };
const WHEN = 'When was the tower built?';

function tower(year: number): string {
  return markdown('The tower', `The tower was built in ${year}. It is white.`);
}

/** A browser with the page of a playground, and what went wrong in it. */
interface Scene {
  readonly folder: string;
  readonly playground: RunningPlayground;
  readonly browser: Browser;
  readonly problems: string[];
  /** The address of the open page. */
  readonly page: string;
}

/** Resolves once an expression holds in the page, which is looked at again whenever the page changes. */
async function waitFor(browser: Browser, expression: string): Promise<void> {
  const isMet = await browser.evaluate(`new Promise((resolve) => {
    const observer = new MutationObserver(look);
    function look() {
      if (!(${expression})) return;
      observer.disconnect();
      resolve(true);
    }
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  })`);
  expect(isMet).toBe(true);
}

/** Opens an address, and resolves once a page with this path has loaded. */
async function navigate(
  browser: Browser,
  url: string,
  isWanted: (url: string) => boolean = () => true,
): Promise<string> {
  let shown = '';
  const loaded = new Promise<string>((resolve) => {
    const end = browser.listen(({ method, params }) => {
      if (method === 'Page.frameNavigated') shown = String(Object(params['frame']).url);
      if (method !== 'Page.loadEventFired' || !isWanted(shown)) return;
      end();
      resolve(shown);
    });
  });
  await browser.send('Page.navigate', { url });
  return loaded;
}

async function ask(browser: Browser, question: string): Promise<void> {
  await browser.evaluate(`(() => {
    location.hash = '#ask';
    document.getElementById('question').value = ${JSON.stringify(question)};
    document.getElementById('ask-form').requestSubmit();
  })()`);
  const isIdle = `!document.getElementById('ask-form').hasAttribute('aria-busy')`;
  await waitFor(
    browser,
    `${isIdle} && document.querySelector('#levels .level') && document.querySelector('#ask-article [data-fact]')`,
  );
}

const textOf = (browser: Browser, selector: string): Promise<unknown> =>
  browser.evaluate(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`);

describe.skipIf(chromium === null)(
  'the page of the playground in a real browser (not run where there is no Chromium on the path)',
  () => {
    let scene: Scene;

    beforeAll(async () => {
      const folder = await mkdtemp(join(tmpdir(), 'footnote-playground-'));
      for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
      const [playground, browser] = await Promise.all([
        startPlayground(folder),
        Browser.open(chromium ?? '', 'MAP evil.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'),
      ]);
      const problems: string[] = [];
      browser.listen(({ method, params }) => {
        if (method === 'Log.entryAdded') problems.push(String(Object(params['entry']).text));
        if (method === 'Runtime.exceptionThrown') problems.push(JSON.stringify(params['exceptionDetails']));
      });
      for (const domain of ['Page', 'Runtime', 'Log']) await browser.send(`${domain}.enable`);
      const page = await navigate(browser, playground.address, (url) => !url.includes('token'));
      await waitFor(browser, `document.getElementById('status').textContent !== ''`);
      scene = { folder, playground, browser, problems, page };
    });

    afterAll(async () => {
      await scene.browser.close();
      await scene.playground.stop();
      await rm(scene.folder, { recursive: true, force: true });
    });

    test('shows the card, the article with the passage marked, and why', async () => {
      const { browser, problems, page } = scene;
      expect(page).not.toContain('token');
      await ask(browser, WHEN);
      expect(await textOf(browser, '#discord .d-card')).toContain('The tower was built in 1900.');
      expect(await textOf(browser, '#discord .d-card strong')).toBe('1900');
      expect(await textOf(browser, '#ask-article mark.quoted')).toContain('The tower was built in 1900.');
      expect(await textOf(browser, '#why')).toContain('Answered');
      expect(await browser.evaluate(`document.querySelectorAll('#levels .level').length`)).toBe(3);
      expect(await browser.evaluate(`document.cookie`)).toBe('');
      expect(problems).toEqual([]);
    });

    test('runs nothing of a hostile article and a hostile question, and its policy has nothing to stop', async () => {
      const { browser, problems } = scene;
      await ask(browser, `How much do hats cost? ${ATTACK}`);
      await ask(browser, 'How much do hats cost?');
      expect(await textOf(browser, '#ask-article .text')).toContain('<img src=x');
      await browser.evaluate(`location.hash = '#articles'`);
      await browser.evaluate(
        `[...document.querySelectorAll('.entry')].find((each) => each.textContent.includes('Hats')).click()`,
      );
      await waitFor(browser, `document.querySelector('#read-article .article-title')`);
      await browser.evaluate(
        `for (const link of document.querySelectorAll('main a')) link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))`,
      );
      const found = await browser.evaluate(`({
      hacked: window.hacked ?? null,
      elements: [...document.querySelectorAll('main :is(img, script, svg, style, iframe, object, embed, form:not([id]))')].map((each) => each.outerHTML),
      handlers: [...document.querySelectorAll('main *')].filter((each) => [...each.attributes].some(({ name }) => name.startsWith('on'))).length,
      links: [...document.querySelectorAll('main a')].map((each) => each.protocol).filter((each) => !/^https?:$/.test(each)),
      opener: [...document.querySelectorAll('main a[target]')].filter((each) => each.rel !== 'noopener noreferrer').length,
    })`);
      expect(found).toEqual({ hacked: null, elements: [], handlers: 0, links: [], opener: 0 });
      expect(problems).toEqual([]);
    });

    test('is kept from markup and from scripts of its own page by its policy', async () => {
      const { browser, problems } = scene;
      const expression = `(() => {
      const tries = [
        () => { document.body.innerHTML = '<p>'; },
        () => eval('1'),
        () => { document.body.append(Object.assign(document.createElement('script'), { text: 'window.hacked = 1' })); },
      ];
      const thrown = tries.map((attempt) => { try { attempt(); return false; } catch { return true; } });
      return { thrown, hacked: window.hacked ?? null };
    })()`;
      // Unless told otherwise, the protocol lets its own expressions do what the policy forbids.
      const options = { expression, returnByValue: true, allowUnsafeEvalBlockedByCSP: false };
      const { result } = await browser.send('Runtime.evaluate', options);
      const tried = Object(result).value;
      expect(tried).toEqual({ thrown: [true, true, true], hacked: null });
      problems.length = 0;
    });

    test('follows a change of the folder, and shows the answer before and after', async () => {
      const { browser, folder, problems } = scene;
      await ask(browser, WHEN);
      await browser.evaluate(`location.hash = '#changes'`);
      await waitFor(browser, `document.querySelector('.question.same')?.textContent.includes('1900')`);
      await writeFile(join(folder, 'tower.md'), tower(2000));
      await waitFor(browser, `document.querySelector('.question.changed .after')`);
      expect(await textOf(browser, '.question.changed strong')).toBe(WHEN);
      expect(await textOf(browser, '.question.changed .before')).toContain('1900');
      expect(await textOf(browser, '.question.changed .after')).toContain('2000');
      await waitFor(browser, `!document.getElementById('changed-count').hidden`);
      await waitFor(browser, `document.querySelector('#discord .d-card').textContent.includes('2000')`);
      expect(problems).toEqual([]);
    });

    test.each([
      ['of another port, which even knows the path', '127.0.0.1'],
      ['of a name that leads to this machine', 'evil.example'],
    ])('is neither read nor moved by a page %s', async (_, host) => {
      const { browser, page, playground } = scene;
      const cookies: string[] = [];
      const other = createServer((request, response) => {
        cookies.push(request.headers.cookie ?? '');
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>other</title>');
      });
      await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
      onTestFinished(() => void other.close());
      const address = other.address();
      const port = typeof address === 'object' ? address?.port : 0;
      await navigate(browser, `http://${host}:${port}/`);
      const outcome = await browser.evaluate(attackFrom(page));
      expect(outcome).toEqual({ reads: Array(6).fill('refused'), frame: 'empty', events: 'refused' });
      expect(new Set(cookies)).toEqual(new Set(['']));
      const rebound = page.replace('127.0.0.1', 'evil.example');
      await navigate(browser, rebound);
      expect(await textOf(browser, 'body')).toContain('Wrong host');
      await navigate(browser, page);
      await waitFor(browser, `document.querySelector('.question')`);
      expect(await textOf(browser, '#question-list')).not.toContain('attacked');
      expect(playground.port).toBeGreaterThan(0);
    });
  },
);

/** What another page tries on a playground: to call it in each way that a browser offers, to frame it, and to listen to it. */
function attackFrom(page: string): string {
  return `(async () => {
    const page = ${JSON.stringify(page)};
    const body = JSON.stringify({ questions: ['attacked'] });
    const json = { 'Content-Type': 'application/json' };
    const tries = [
      { method: 'POST', body, credentials: 'include' },
      { method: 'POST', body, credentials: 'include', headers: json },
      { method: 'POST', body, credentials: 'include', mode: 'no-cors' },
      { method: 'GET', credentials: 'include' },
      { method: 'GET', credentials: 'include', mode: 'no-cors' },
    ];
    const attempt = async (url, init) => {
      try {
        const response = await fetch(url, init);
        return response.type === 'opaque' || !response.ok ? 'refused' : await response.text();
      } catch {
        return 'refused';
      }
    };
    const reads = [];
    for (const init of tries) reads.push(await attempt(page + 'api/add-questions', init));
    reads.push(await attempt(page, { credentials: 'include' }));
    const frame = document.createElement('iframe');
    frame.src = page;
    await new Promise((resolve) => { frame.onload = resolve; document.body.append(frame); });
    let shown = 'empty';
    try { if (frame.contentDocument?.getElementById('question')) shown = 'shown'; } catch {}
    const events = await new Promise((resolve) => {
      const source = new EventSource(page + 'api/events', { withCredentials: true });
      source.onopen = () => resolve('open');
      source.onerror = () => { source.close(); resolve('refused'); };
    });
    return { reads, frame: shown, events };
  })()`;
}
