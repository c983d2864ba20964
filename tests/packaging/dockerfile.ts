import { readFileSync } from 'node:fs';

/** One instruction of a Dockerfile, in one line: `COPY --from=build /a /b` has the word `COPY`. */
export interface Instruction {
  readonly word: string;
  /** Flags such as `--from=build`, by their names. */
  readonly flags: ReadonlyMap<string, string>;
  readonly rest: string;
}

/** What the last stage of the Dockerfile says about running the image. */
export interface ImageConfig {
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  readonly volumes: readonly string[];
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly healthCheck: readonly string[];
  /** What is copied from the stage that builds, in order. */
  readonly copies: readonly ImageCopy[];
}

interface ImageCopy {
  readonly from: string;
  readonly to: string;
  /** `user:group` of what is copied, or null for root. */
  readonly owner: string | null;
}

/** The stages of the Dockerfile, each with its instructions in order. */
export function readStages(): readonly (readonly Instruction[])[] {
  const text = readFileSync('Dockerfile', 'utf8').replace(/^#.*\n/gm, '');
  const instructions = text.replaceAll('\\\n', ' ').split('\n').filter(Boolean).map(readInstruction);
  const starts = instructions.flatMap(({ word }, index) => (word === 'FROM' ? [index] : []));
  return starts.map((start, index) => instructions.slice(start, starts[index + 1]));
}

function readInstruction(line: string): Instruction {
  const [word = '', ...others] = line.split(/\s+/);
  const count = others.findIndex((part) => !part.startsWith('--'));
  const flags = others.slice(0, count).map((flag): [string, string] => {
    const [name = '', ...value] = flag.slice(2).split('=');
    return [name, value.join('=')];
  });
  return { word, flags: new Map(flags), rest: others.slice(count).join(' ') };
}

/** Reads the last stage. */
export function readImageConfig(): ImageConfig {
  const stage = readStages().at(-1) ?? [];
  const all = (word: string): readonly Instruction[] => stage.filter((each) => each.word === word);
  const last = (word: string): string => all(word).at(-1)?.rest ?? '';
  return {
    env: Object.fromEntries(
      all('ENV').flatMap(({ rest }) =>
        [...rest.matchAll(/(\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
      ),
    ),
    user: last('USER'),
    workdir: last('WORKDIR'),
    volumes: all('VOLUME').map(({ rest }) => rest),
    entrypoint: readWords(last('ENTRYPOINT')),
    cmd: readWords(last('CMD')),
    healthCheck: readWords(last('HEALTHCHECK').replace(/^CMD /, '')),
    copies: all('COPY').map(({ rest, flags }) => {
      const [from = '', to = ''] = rest.split(' ');
      return { from, to, owner: flags.get('chown') ?? null };
    }),
  };
}

function readWords(json: string): readonly string[] {
  const words: unknown = JSON.parse(json);
  if (!Array.isArray(words)) throw new Error(`${json} is no list of words, so a shell would run it`);
  return words.map(String);
}
