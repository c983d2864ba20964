import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** A number from 0 up to, but not including, `count`. */
export type Choose = (count: number) => number;

/**
 * Includes what V8 treats inconsistently as a letter under the flags `i` and `u`: ι and similar, ſ, the Kelvin sign.
 */
const SIGNS = [
  ...Array.from('aAzeisxZ019_-.,;:!?/\\#@&*+=~|<>()[]{}"\'$%^`'),
  ...Array.from('’‘“”«»„…–—• \t\n\r\u00a0\u2028\u0085'),
  ...Array.from('éßñжЯ中あア한ιΙ\u0345\u1fbeſ\u212a\u0301\u200d\u200e\u00ad\ufe0f🙂🇪'),
  '\ud83d',
  '\0',
];

/** Returns one matching character for each class of the pattern, to be combined. */
export function fittingSigns({ source, flags }: Pick<RegExp, 'source' | 'flags'>): readonly string[] {
  const found = new Set<string>();
  for (const sign of SIGNS) {
    if (source.includes(sign)) found.add(sign);
  }
  visitClasses(parsePattern(source, flags), (node) => {
    for (const sign of signsOf(node.raw, flags).slice(0, 4)) found.add(sign);
  });
  return [...found];
}

/** Maximum number of words from a long list: they behave alike. */
const MOST_WORDS = 20;

/** Returns the words that the pattern contains literally. */
export function writtenWords({ source }: Pick<RegExp, 'source'>): readonly string[] {
  const plain = source.replaceAll(/\\[pPu]\{[^}]*\}|\\./gu, ' ');
  return [...new Set(plain.match(/\p{L}{2,}/gu))].slice(0, MOST_WORDS);
}

/** Generates a text that the pattern is likely to match. */
export function sampleText({ source, flags }: Pick<RegExp, 'source' | 'flags'>, choose: Choose): string {
  return new Sampler(flags, choose).alternatives(parsePattern(source, flags).alternatives);
}

function parsePattern(source: string, flags: string): AST.Pattern {
  const mode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  return new RegExpParser().parsePattern(source, 0, source.length, mode);
}

type SignSet = AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass;

class Sampler {
  readonly #flags: string;
  readonly #choose: Choose;

  constructor(flags: string, choose: Choose) {
    this.#flags = flags;
    this.#choose = choose;
  }

  alternatives(alternatives: readonly AST.Alternative[]): string {
    const chosen = alternatives[this.#choose(alternatives.length)];
    return (chosen?.elements ?? []).map((element) => this.#element(element)).join('');
  }

  #element(element: AST.Element): string {
    switch (element.type) {
      case 'Character':
        return String.fromCodePoint(element.value);
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass': {
        const signs = signsOf(element.raw, this.#flags);
        return signs[this.#choose(signs.length)] ?? '';
      }
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(element.alternatives);
      case 'Quantifier': {
        const most = Math.min(element.max, element.min + 3);
        const times = element.min + this.#choose(most - element.min + 1);
        return Array.from({ length: times }, () => this.#element(element.element)).join('');
      }
      case 'Assertion':
      case 'Backreference':
        return '';
    }
  }
}

const signsOfClass = new Map<string, readonly string[]>();

function signsOf(raw: string, flags: string): readonly string[] {
  const key = `${flags} ${raw}`;
  const pattern = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''));
  const signs = signsOfClass.get(key) ?? SIGNS.filter((sign) => pattern.test(sign));
  signsOfClass.set(key, signs);
  return signs;
}

function visitClasses(node: unknown, visit: (node: SignSet) => void): void {
  if (isSignSet(node)) {
    visit(node);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'parent' || key === 'resolved' || key === 'references') continue;
    for (const each of Array.isArray(child) ? child : [child]) visitClasses(each, visit);
  }
}

function isSignSet(node: unknown): node is SignSet {
  if (typeof node !== 'object' || node === null || !('type' in node)) return false;
  return ['CharacterSet', 'CharacterClass', 'ExpressionCharacterClass'].includes(String(node.type));
}
