import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

/** File under `src/`, with `/` between the parts → what it imports, as written. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** The layers of the design; `''` holds the files of `src/` itself. */
const RANKS: ReadonlyMap<string, number> = new Map([
  ['kit', 0],
  ['text', 0],
  ['server-settings', 0],
  ['threads', 0],
  ['monitoring', 1],
  ['encoders', 1],
  ['store', 1],
  ['knowledge', 1],
  ['search', 2],
  ['answering', 3],
  ['wording', 4],
  ['serving', 4],
  ['requests', 5],
  ['settings', 6],
  ['discord', 7],
  ['terminal', 7],
  // Its commands are run in a terminal, and read their arguments as the others do.
  ['measuring', 8],
  // It shows the cards of `discord/`, and is started in a terminal.
  ['playground', 8],
  ['', 9],
]);

/**
 * The sub-folders of each layer, lowest first; `''` holds the files right inside the layer. A file imports from its own sub-folder and from lower
 * ones. Those in one row never meet: a subject does not know another subject.
 */
const SUB_FOLDERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'server-settings': [['']],
  kit: [['']],
  text: [['sentences', 'words', 'layout']],
  threads: [['']],
  monitoring: [['']],
  encoders: [['']],
  store: [['kit'], ['records', 'sqlite', 'postgres'], ['copy'], ['']],
  knowledge: [
    ['article', 'dialects'],
    ['front-matter', 'paragraphs'],
    ['html'],
    ['markdown'],
    ['formats'],
    ['folder'],
  ],
  search: [['flat'], ['articles', 'terms', 'words'], ['index', 'questions'], ['']],
  answering: [
    ['question', 'reading'],
    ['yes-no'],
    ['ranking'],
    ['passage'],
    ['verdict'],
    ['follow-up'],
    [''],
  ],
  wording: [['english'], ['kit'], ['']],
  serving: [['indexes', 'reading'], ['base'], ['asking'], ['jobs'], ['lanes'], ['']],
  requests: [['kit'], ['asking', 'articles', 'refreshing', 'unanswered', 'settings', 'starting'], ['digest']],
  discord: [
    ['kit/channels'],
    ['kit'],
    ['kit/components', 'kit/markdown'],
    ['cards'],
    ['notifications', 'answers/buttons'],
    ['about', 'answers', 'articles', 'history', 'refresh', 'settings', 'unanswered'],
    ['routing', 'monitoring'],
    ['connection/shards'],
    ['connection'],
  ],
  terminal: [[''], ['ask', 'articles', 'doctor', 'store', 'texts']],
  measuring: [
    ['kit'],
    ['made-up', 'evaluation/formats'],
    ['contenders'],
    ['bench/measurements', 'evaluation/measures'],
    ['bench', 'evaluation'],
  ],
  playground: [['wire'], ['look', 'page'], ['http', 'views'], ['']],
  settings: [['']],
  '': [['']],
};

/** More files than this hide each other. */
const MAX_FILES_IN_FOLDER = 15;

/** Packages that some folders alone may know, with their companions; what measures may know those we compare with. */
const OWNED_PACKAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:discord\.js|discord-api-types|@discordjs)(?:\/|$)/, ['discord']],
  [/^(?:onnxruntime-node|@huggingface)(?:\/|$)/, ['encoders']],
  [/^fuse\.js(?:\/|$)/, ['search', 'measuring']],
  [/^(?:intl-messageformat|@formatjs)(?:\/|$)/, ['wording']],
  [/^minisearch(?:\/|$)/, ['measuring']],
  [/^(?:kysely|@photostructure|pg)(?:\/|$)/, ['store']],
];

/** What could not be read as a text, such as `import(name)`: nobody can tell its layer. */
const UNREADABLE = '(computed)';

/** `engine-telemetry.ts` reads nothing: it sets a variable that only the native engine reads. */
const MAY_READ_ENVIRONMENT = ['main.ts', 'encoders/engine-telemetry.ts'];

/** Every module that `source` names: static, side-effect, type, re-export, dynamic and required ones. */
function importsOf(source: string): readonly string[] {
  const code = source.replace(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm, '');
  const named = [
    ...code.matchAll(/\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\bimport\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]\s*[,)]/g),
  ].map(([, name = '']) => name);
  const computed = code.match(/\b(?:import|require)\s*\((?!\s*['"][^'"]+['"]\s*[,)])/g) ?? [];
  return [...named, ...computed.map(() => UNREADABLE)];
}

function readsEnvironment(source: string): boolean {
  return /\bprocess\s*(?:\.\s*env\b|\[\s*['"]env['"]\s*\])|\benv\b[^{}]*\}\s*=\s*process\b|['"](?:node:)?process['"]/.test(
    source,
  );
}

/** Every import that breaks the layers, as `file imports what: why`. */
function layerBreaches(imports: Imports): readonly string[] {
  return [...imports].flatMap(([file, names]) =>
    names.flatMap((name) => {
      const why = name.startsWith('.')
        ? insideBreach(file, resolve(file, name), imports)
        : outsideBreach(file, name);
      return why === null ? [] : [`${file} imports ${name}: ${why}`];
    }),
  );
}

function insideBreach(file: string, target: string, imports: Imports): string | null {
  // Data is of its own folder's layer.
  if (target.endsWith('.json')) return null;
  if (!imports.has(target)) return 'no such file';
  const [from, to] = [folderOf(file), folderOf(target)];
  if (from === to) return subFolderBreach(file, target);
  const [fromRank, toRank] = [RANKS.get(from), RANKS.get(to)];
  if (fromRank === undefined || toRank === undefined) return 'a folder without a rank';
  return toRank < fromRank ? null : `rank ${toRank} is not below ${fromRank}`;
}

function subFolderBreach(file: string, target: string): string | null {
  const [from, to] = [subFolderOf(file), subFolderOf(target)];
  if (from === to) return null;
  const rows = SUB_FOLDERS[folderOf(file)] ?? [];
  const [fromRow, toRow] = [from, to].map((name) => rows.findIndex((row) => row.includes(name)));
  if (fromRow === undefined || toRow === undefined || fromRow === -1 || toRow === -1) {
    return 'a sub-folder without a rank';
  }
  if (fromRow === toRow) return `${from}/ and ${to}/ must not know each other`;
  return toRow < fromRow ? null : `${to}/ is not below ${from}/`;
}

function outsideBreach(file: string, name: string): string | null {
  if (name === UNREADABLE) return 'not readable without running it';
  const owners = OWNED_PACKAGES.find(([pattern]) => pattern.test(name))?.[1];
  if (owners === undefined || owners.includes(folderOf(file))) return null;
  return `only ${owners.map((owner) => `${owner}/`).join(', ')} may`;
}

/** Every file that reaches itself, with its way round. */
function cycles(imports: Imports): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const name of imports.get(file) ?? []) {
      if (name.startsWith('.')) visit(resolve(file, name), [...way, file]);
    }
    done.add(file);
  };
  for (const file of imports.keys()) visit(file, []);
  return found;
}

function resolve(file: string, name: string): string {
  return posix.join(posix.dirname(file), name);
}

function folderOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}

/** The sub-folder of its layer that a file is in, such as `kit/channels`; `''` for one right inside the layer. */
function subFolderOf(file: string): string {
  return file.split('/').slice(1, -1).join('/');
}

function graph(files: Readonly<Record<string, readonly string[]>>): Imports {
  return new Map(Object.entries(files));
}

describe('reading imports', () => {
  test.each([
    ["import { a } from './a.ts';", ['./a.ts']],
    ["import type { A } from './a.ts';", ['./a.ts']],
    ["import {\n  type A,\n  b,\n} from './a.ts';", ['./a.ts']],
    ["import a, * as b from 'b';", ['b']],
    ["import './a.ts';", ['./a.ts']],
    ["export { a } from './a.ts';", ['./a.ts']],
    ["export * from './a.ts';", ['./a.ts']],
    ["export type { A } from './a.ts';", ['./a.ts']],
    ["const { a } = await import('./a.ts');", ['./a.ts']],
    ["type A = import('./a.ts').A;", ['./a.ts']],
    ["const a = require('./a.cjs');", ['./a.cjs']],
    ['const a = await import(name);', [UNREADABLE]],
    ["const a = await import('./' + name);", [UNREADABLE]],
    ['const a = await import(`./a.ts`);', [UNREADABLE]],
    ["export const a = 1;\nconst b = Array.from('x');", []],
    ["// import { a } from './a.ts';\n/**\n * import './b.ts'\n */\nexport const c = 1;", []],
  ])('of %j gives %j', (source, expected) => {
    expect(importsOf(source)).toEqual(expected);
  });
});

describe('the rules see', () => {
  test.each([
    [
      'an import of a higher rank',
      { 'text/a.ts': ['../search/b.ts'], 'search/b.ts': [] },
      /rank 2 is not below 0/,
    ],
    [
      'two folders of one rank that meet',
      { 'discord/a.ts': ['../terminal/b.ts'], 'terminal/b.ts': [] },
      /rank 7/,
    ],
    ['the lowest two as well', { 'threads/a.ts': ['../text/b.ts'], 'text/b.ts': [] }, /rank 0/],
    ['an import of the program', { 'discord/a.ts': ['../commands.ts'], 'commands.ts': [] }, /rank 9/],
    ['discord.js outside its folder', { 'requests/a.ts': ['discord.js'] }, /only discord/],
    ['discord.js’s own packages', { 'terminal/a.ts': ['@discordjs/rest'] }, /only discord/],
    ['fuse.js outside its folders', { 'answering/a.ts': ['fuse.js/basic'] }, /only search\/, measuring\//],
    ['fuse.js in a front-end that does not measure', { 'terminal/a.ts': ['fuse.js'] }, /only search\//],
    ['a development package in what members run', { 'search/a.ts': ['minisearch'] }, /only measuring\//],
    ['the database outside its folder', { 'requests/a.ts': ['kysely'] }, /only store\//],
    ['a computed import', { 'text/a.ts': [UNREADABLE] }, /not readable/],
    [
      'a folder that the design does not know',
      { 'utils/a.ts': ['../text/b.ts'], 'text/b.ts': [] },
      /without a rank/,
    ],
    [
      'a subject that knows another',
      { 'discord/answers/a.ts': ['../settings/b.ts'], 'discord/settings/b.ts': [] },
      /answers\/ and settings\/ must not know each other/,
    ],
    [
      'a sub-folder that imports from a higher one',
      { 'discord/kit/a.ts': ['../cards/b.ts'], 'discord/cards/b.ts': [] },
      /cards\/ is not below kit\//,
    ],
    [
      'a sub-folder that the design does not know',
      { 'discord/kit/a.ts': ['../misc/b.ts'], 'discord/misc/b.ts': [] },
      /a sub-folder without a rank/,
    ],
    ['an import that leads nowhere', { 'text/a.ts': ['./b.js'] }, /no such file/],
  ])('%s', (_, files, why) => {
    expect(layerBreaches(graph(files))).toEqual([expect.stringMatching(why)]);
  });

  test('a cycle, also a long one and one inside a folder, and name its way round', () => {
    const imports = graph({
      'text/a.ts': ['./b.ts'],
      'text/b.ts': ['./c.ts', './d.ts'],
      'text/c.ts': ['./a.ts'],
      'text/d.ts': [],
      'text/self.ts': ['./self.ts'],
    });
    expect(cycles(imports)).toEqual([
      'text/a.ts → text/b.ts → text/c.ts → text/a.ts',
      'text/self.ts → text/self.ts',
    ]);
  });

  test('nothing wrong with two ways to one file, a lower rank, the own folder and a sub-folder of it', () => {
    const imports = graph({
      'main.ts': ['./commands.ts', 'dotenv'],
      'commands.ts': ['./text/a.ts', './discord/connection/bot.ts'],
      'discord/connection/bot.ts': ['../answers/ask.ts', '../../text/a.ts', 'discord.js'],
      'discord/answers/ask.ts': ['../../text/a.ts', '../cards/card.ts', './other.ts'],
      'discord/answers/other.ts': [],
      'discord/cards/card.ts': ['../../text/a.ts'],
      'text/a.ts': [],
      'search/b.ts': ['fuse.js'],
      'measuring/peer.ts': ['fuse.js', 'minisearch'],
    });
    expect(layerBreaches(imports)).toEqual([]);
    expect(cycles(imports)).toEqual([]);
  });

  test.each([
    'const a = process.env.A;',
    "const a = process.env['A'];",
    "const a = process['env'].A;",
    'const { env } = process;',
    'const { argv, env: e } = process;',
    "import { env } from 'node:process';",
  ])('the environment read by %j', (source) => {
    expect(readsEnvironment(source)).toBe(true);
  });

  test('no reading of the environment in other uses of the process', () => {
    expect(readsEnvironment("process.exit(1); const { pid } = process; type Env = 'environment';")).toBe(
      false,
    );
  });
});

describe('the source', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(join('src', file), 'utf8')] as const);
  const imports: Imports = new Map(sources.map(([file, source]) => [file, importsOf(source)]));

  test('is read whole', () => {
    expect(imports.get('main.ts')).toEqual(expect.arrayContaining(['./commands.ts', 'dotenv']));
    expect(imports.get('commands.ts')).toContain('./discord/connection/start-command.ts');
    const reaching = [...imports.values()].filter((names) => names.some((name) => name.startsWith('.')));
    expect(reaching.length).toBeGreaterThan(imports.size / 2);
  });

  test('keeps to its layers', () => {
    expect(layerBreaches(imports)).toEqual([]);
  });

  test('has no folder with more than fifteen files', () => {
    const counts = new Map<string, number>();
    for (const file of imports.keys()) {
      const folder = posix.dirname(file);
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > MAX_FILES_IN_FOLDER)).toEqual([]);
    expect(Math.max(...counts.values())).toBeGreaterThan(1);
  });

  test('ranks no sub-folder that does not exist', () => {
    const existing = new Set([...imports.keys()].map((file) => `${folderOf(file)}: ${subFolderOf(file)}`));
    const ranked = Object.entries(SUB_FOLDERS).flatMap(([layer, rows]) =>
      rows.flat().map((name) => `${layer}: ${name}`),
    );
    expect(ranked.filter((name) => !existing.has(name))).toEqual([]);
  });

  test('has no import cycle', () => {
    expect(cycles(imports)).toEqual([]);
  });

  test('reads the environment in main.ts only', () => {
    const readers = sources.filter(([, source]) => readsEnvironment(source)).map(([file]) => file);
    expect(readers.filter((file) => !MAY_READ_ENVIRONMENT.includes(file))).toEqual([]);
    expect(readers).toContain('main.ts');
  });
});
