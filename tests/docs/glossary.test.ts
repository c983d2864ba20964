import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The glossary's terms, each with the words that its third column rules out and that mean nothing else in code. */
const RULED_OUT: Readonly<Record<string, readonly string[]>> = {
  location: ['place', 'places', 'spot', 'spots'],
  'follow-up': ['leaning', 'leans'],
  confidence: ['certainty', 'sureness'],
  moderator: ['admin', 'keeper'],
  helper: ['human', 'people'],
  change: ['wish', 'wishes', 'trail'],
  'taught answer': ['lesson', 'lessons'],
  'unanswered queue': ['unknowns'],
  refresh: ['reload', 'reloads'],
  problem: ['flaw', 'flaws', 'trouble', 'troubles'],
  refusal: ['denial', 'denials'],
  lock: ['turns'],
  coalescer: ['passes'],
  similarity: ['likeness'],
};

/** Identifiers that use such a word in another sense, or that Discord or older databases keep. */
const ALLOWED: ReadonlySet<string> = new Set([
  // The kind of answer that “where?” asks for.
  'PLACE',
  'PLACE_ADVERBS',
  'place',
  // The sub-command `/settings people`.
  'people',
  // The migration that added the column `leans_on`.
  'addLeansOn',
  'leans_on',
]);

const FILES = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

/** Comments, texts in quotation marks, and regular expressions at the start of an expression. */
const NO_CODE =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[=(,:[!&|?]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g;

/** Every identifier of some code, each once. */
function listIdentifiers(code: string): readonly string[] {
  // The texts of a template stay out, the expressions inside it do not.
  const withoutTexts = code
    .replaceAll(NO_CODE, ' ')
    .replaceAll(/`[^`]*`/g, (template) =>
      [...template.matchAll(/\$\{([^}]*)\}/g)].map(([, inside]) => inside).join(' '),
    );
  return [...new Set(withoutTexts.match(/[A-Za-z_$][\w$]*/g))];
}

/** The words of an identifier, in small letters: `MAX_PLACE_CHARS` and `findPlace` both have “place”. */
function splitIdentifier(identifier: string): readonly string[] {
  return identifier
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[ _$]+/)
    .map((word) => word.toLowerCase());
}

function findRuledOut(file: string, code: string): readonly string[] {
  return listIdentifiers(code).flatMap((identifier) => {
    if (ALLOWED.has(identifier)) return [];
    const words = splitIdentifier(identifier);
    const term = Object.keys(RULED_OUT).find((each) => RULED_OUT[each]?.some((word) => words.includes(word)));
    return term === undefined ? [] : [`${file}: ${identifier} (the glossary says “${term}”)`];
  });
}

describe('the glossary', () => {
  test('is followed by every identifier of the code', () => {
    expect(FILES.length).toBeGreaterThan(300);
    const found = FILES.flatMap((file) => findRuledOut(file, readFileSync(`src/${file}`, 'utf8')));
    expect(found).toEqual([]);
  });

  test('has each of these terms, and rules out these words', () => {
    const rows = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^\| (\*\*.*?) \|.*\| ([^|]*) \|$/gm)];
    const terms = rows.flatMap(([, names = '']) =>
      [...names.matchAll(/\*\*([^*]+)\*\*/g)].map(([, term]) => term),
    );
    expect(Object.keys(RULED_OUT).filter((term) => !terms.includes(term))).toEqual([]);
  });
});

test('the check of identifiers finds a word inside a name, but not in comments and texts', () => {
  const template = ['`wish $', '{oneWish}`'].join('');
  const code = `/* lesson */ const takenTurns = 'spot'; // human\nconst NO_TROUBLE = ${template}; let placement;`;
  expect(findRuledOut('a.ts', code)).toEqual([
    'a.ts: takenTurns (the glossary says “lock”)',
    'a.ts: NO_TROUBLE (the glossary says “problem”)',
    'a.ts: oneWish (the glossary says “change”)',
  ]);
});
