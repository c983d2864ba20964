import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { PAGES, type Page, placeOf, readPage } from './markdown.ts';

/** What npm does by itself. */
const OF_NPM = ['ci', 'install', 'prune'];
/** Programs of the system that the pages call. */
const OF_SYSTEM = new Set(
  'chmod cp docker helm install journalctl kubectl mkdir openssl printf systemctl useradd'.split(' '),
);
/** Languages of fences, with what is wrong with a text; others need a check before somebody uses them. */
const CHECKS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  json: problemsOfJson,
  sh: problemsOfShell,
  ini: () => [],
  markdown: () => [],
  yaml: problemsOfYaml,
};

const SCRIPTS = readScripts();

function readScripts(): readonly string[] {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  );
  return Object.keys(scripts);
}

function problemsOfJson(text: string): readonly string[] {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

function problemsOfYaml(text: string): readonly string[] {
  return parseDocument(text).errors.map(String);
}

/** Each command has to be one of npm's, one of its scripts, a file of the project, or one of the system. */
function problemsOfShell(text: string): readonly string[] {
  const commands = text.split(/\n|&&/).map((command) => command.trim());
  return commands.flatMap((command) => {
    const [program = '', first = ''] = command.split(/\s+/);
    if (program === '' || existsSync(program) || OF_SYSTEM.has(program)) return [];
    if (program === 'npx' && first === 'footnote') return [];
    const isOfNpm = program === 'npm' && (OF_NPM.includes(first) || scriptsIn(command).length > 0);
    return isOfNpm ? [] : [`nothing runs ${command}`];
  });
}

/** The scripts of package.json that a text runs. */
function scriptsIn(text: string): readonly string[] {
  const runs = text.matchAll(/\bnpm (?:run (?:--\S+ )*([\w:-]+)|(start|test)\b)/g);
  return [...runs].map(([, script, ofNpm]) => script ?? ofNpm ?? '');
}

function findProblems(page: Page): readonly string[] {
  const code = [...page.codeSpans, ...page.fences];
  return [
    ...code.flatMap((each) =>
      scriptsIn(each.text)
        .filter((script) => !SCRIPTS.includes(script))
        .map((script) => `${placeOf(page, each)}: there is no script ${script}`),
    ),
    ...page.fences.flatMap((fence) => {
      const check = CHECKS[fence.language];
      const problems = check?.(fence.text) ?? [`nobody checks a fence of “${fence.language}”`];
      return problems.map((problem) => `${placeOf(page, fence)}: ${problem}`);
    }),
  ];
}

describe.each(PAGES.map((page) => [page.path, page] as const))('%s', (_, page) => {
  test('has examples that hold, and names scripts that there are', () => {
    expect(findProblems(page)).toEqual([]);
  });
});

test('the pages have examples to check', () => {
  const languages = PAGES.flatMap(({ fences }) => fences.map(({ language }) => language));
  expect(languages.filter((language) => language === 'json').length).toBeGreaterThan(2);
  expect(languages.filter((language) => language === 'sh').length).toBeGreaterThan(2);
});

describe('the check of examples', () => {
  test.each([
    ['a script that is made up', 'Run `npm run made-up`.', 'there is no script made-up'],
    ['one behind an option', 'Run `npm run --silent made-up -- x`.', 'there is no script made-up'],
    ['one in a fence', '```sh\nnpm ci && npm run made-up\n```', 'there is no script made-up'],
    ['a command that nothing runs', '```sh\nnpm start && ./made-up\n```', 'nothing runs ./made-up'],
    ['JSON with a mistake', '```json\n{ "a": }\n```', 'SyntaxError'],
    ['a language that nobody checks', '```ts\nconst a = 1;\n```', 'nobody checks a fence of “ts”'],
    ['a fence without a language', '```\nnpm start\n```', 'nobody checks a fence of “”'],
  ])('finds %s', (_, text, problem) => {
    const [found, ...others] = findProblems(readPage('made-up.md', text));
    expect(found).toContain(problem);
    expect(others).toEqual([]);
  });

  test('passes over what is right', () => {
    const text =
      '`npm test`\n\n```sh\nnpm ci && npm run check:lint -- x\n.ci/run\n```\n\n```json\n[1]\n```\n';
    expect(findProblems(readPage('made-up.md', text))).toEqual([]);
  });
});
