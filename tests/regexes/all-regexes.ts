import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { recordBuilt } from './built-regexes.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { judgeRegex } from './judge.ts';
import { type PlacedRegex, readRegexes, scriptsBelow } from './regex-sources.ts';

/** Files that run a program when they are loaded, or need a browser, and build no regular expression. */
const isRunWhenLoaded = (file: string): boolean =>
  file === 'src/main.ts' || file.endsWith('-worker.ts') || file.startsWith('src/playground/page/');

const program = scriptsBelow('src');
const files = [...program, ...scriptsBelow('training'), ...scriptsBelow('.ci')].map((file) => ({
  file,
  ...readRegexes(file),
}));
const built = await recordBuilt(async () => {
  for (const file of program) if (!isRunWhenLoaded(file)) await import(pathToFileURL(file).href);
});

const regexes = [...files.flatMap(({ literals }) => literals), ...built];

interface Finding {
  readonly regex: PlacedRegex;
  readonly found: string;
}

const isMeant = ({ file, beginning }: (typeof EXCEPTIONS)[number], regex: PlacedRegex): boolean =>
  regex.file === file && regex.source.startsWith(beginning);
const nameOf = ({ file, line, source, flags }: PlacedRegex): string => `${file}:${line} /${source}/${flags}`;

test('expressions built at run time are built when their file is loaded, and so are known here', () => {
  const known = new Set(built.map(({ file, line }) => `${file}:${line}`));
  const places = files.flatMap(({ file, builtOnLines }) => builtOnLines.map((line) => `${file}:${line}`));
  expect(places.filter((place) => !known.has(place))).toEqual([]);
});

test('no regular expression takes disproportionate time', async () => {
  const distinct = new Map(regexes.map((regex) => [`${regex.source} ${regex.flags}`, regex]));
  const findings: Finding[] = [];
  for (const regex of distinct.values()) {
    const found = await judgeRegex(regex);
    if (found !== null) findings.push({ regex, found });
  }
  const isExcepted = ({ regex }: Finding) => EXCEPTIONS.some((exception) => isMeant(exception, regex));
  const unexpected = findings.filter((finding) => !isExcepted(finding));
  expect(unexpected.map(({ regex, found }) => `${nameOf(regex)}: ${found}`)).toEqual([]);
});

test('every exception belongs to an existing regular expression', () => {
  const gone = EXCEPTIONS.filter((exception) => regexes.every((regex) => !isMeant(exception, regex)));
  expect(gone).toEqual([]);
});
