import type { PlacedRegex } from './regex-sources.ts';

/** Runs `load`, and returns the regular expressions that the project's files build meanwhile, with their locations. */
export async function recordBuilt(load: () => Promise<unknown>): Promise<readonly PlacedRegex[]> {
  const built: PlacedRegex[] = [];
  const record = (regex: RegExp): RegExp => {
    const place = placeOfCaller();
    if (place !== null) built.push({ ...place, source: regex.source, flags: regex.flags });
    return regex;
  };
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, [pattern, flags]) => record(new target(pattern, flags)),
    apply: (target, _, [pattern, flags]) => record(target(pattern, flags)),
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = plain;
  }
  return built;
}

/** Returns the innermost running source file of the project; null where other code is running. */
function placeOfCaller(): Pick<PlacedRegex, 'file' | 'line'> | null {
  const calls = (new Error('here').stack ?? '').split('\n').slice(1);
  const call = calls.find((each) => !each.includes('built-regexes'));
  const [, file, line] = /[/\\](src[/\\][^:]+\.ts):(\d+):\d+/.exec(call ?? '') ?? [];
  return file === undefined ? null : { file: file.replaceAll('\\', '/'), line: Number(line) };
}
