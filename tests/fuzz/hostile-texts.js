// Generates articles and questions of the kinds that once took seconds: long, repeated, similar, in unusual letters.
// The same seed gives the same cases.

const LETTERS = Array.from(
  'ιſ\u212a\u0345éßİЯйz中文あกア한🙂\u202e\u200d\u200b\u00ad\u0301\ufe0fabcxyzAZ019_.,-’\'“”"()[]|*~`#><&:;?!/\\$%@ \u00a0\u2028\t',
);
const JOINED = [
  'e\u0301',
  '👩‍👩‍👧',
  '🇩🇪',
  '\u202eabc\u202c',
  '&amp;',
  '**',
  '“a',
  '1,',
  '1.',
  'a.',
  'x’s ',
  'in ',
  'is ',
  'or ',
  ', and ',
  'A ',
  'QZ ',
];
const WORDS =
  `the ship of harbour is are not only said according to who what when where how many in on 12 2017 May Monday euros members
  customs office CCD WHO open closed and or he she it they their north south A B because since`.split(/\s+/);
const CHARS = [1_000, 10_000, 60_000, 150_000];

/** Returns a function that gives pseudo-random numbers from 0 up to, but not including, `count`. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return (count) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    mixed = (mixed ^ (mixed >>> 15)) >>> 0;
    return Math.floor((mixed / 2 ** 32) * count);
  };
}

/** The text of a Markdown file, and consecutive questions about it. */
export function hostileCase(seed) {
  const choose = numbersFrom(seed);
  const pick = (list) => list[choose(list.length)];
  const texts = new Texts(choose, pick);
  const chars = pick(CHARS);
  const head = texts.frontMatter();
  return { article: `${head}\n${texts.body(chars)}`, questions: texts.questions() };
}

class Texts {
  constructor(choose, pick) {
    this.choose = choose;
    this.pick = pick;
    this.vocabulary = Array.from({ length: 1 + choose(400) }, () => this.word());
    this.shorts = Array.from(
      { length: 1 + choose(60) },
      (_, number) => `Q${number.toString(36).toUpperCase()}Z`,
    );
  }

  piece() {
    return this.choose(3) === 0 ? this.pick(JOINED) : this.pick(LETTERS);
  }

  word() {
    const length = this.pick([1, 3, 5, 8, 40, 41, 200, 900]);
    const few = Array.from({ length: 1 + this.choose(4) }, () => this.pick(LETTERS.slice(0, 30)));
    return Array.from({ length: this.choose(length) + 1 }, () => this.pick(few)).join('');
  }

  /** Returns about this number of characters of one kind. */
  stretch(chars) {
    const [one, other] = [this.piece(), this.piece()];
    const repeated = (make) => {
      const parts = [];
      for (let length = 0; length < chars; length += parts.at(-1).length || 1) parts.push(make());
      return parts.join('').slice(0, chars);
    };
    switch (this.choose(8)) {
      case 0:
        return repeated(() => one);
      case 1:
        return repeated(() => one + other);
      case 2:
        return repeated(() => `${this.pick(this.vocabulary)} `);
      case 3:
        return repeated(() => `${this.pick(WORDS)}${this.pick([' ', ' ', ', ', '. ', '; '])}`);
      case 4:
        return repeated(() => `${this.pick(this.shorts)} `);
      case 5:
        return repeated(() => `${this.word()} `);
      case 6:
        return repeated(() => this.piece());
      default:
        return repeated(() => `${this.pick(this.shorts)} (${this.pick(WORDS)} ${this.pick(WORDS)}) `);
    }
  }

  oneLine(chars) {
    return this.stretch(chars).replace(/[\n\r\u2028"\\]/g, ' ');
  }

  frontMatter() {
    const lines = ['---', `title: "${this.oneLine(1 + this.choose(290))}x"`];
    if (this.choose(2) === 0) {
      const length = this.pick([10, 60, 299, 2_000]);
      lines.push('aliases:');
      for (const short of this.shorts) lines.push(`  ${short}: "${this.oneLine(1 + this.choose(length))}x"`);
    }
    if (this.choose(3) === 0) {
      lines.push('pinned:');
      const length = this.pick([20, 100, 290]);
      for (let left = 1 + this.choose(150); left > 0; left--)
        lines.push(`  - "${this.oneLine(1 + this.choose(length))}?"`);
    }
    return `${lines.join('\n').slice(0, 60_000)}\n---\n`;
  }

  block(chars) {
    const text = () => this.stretch(1 + this.choose(chars));
    switch (this.choose(9)) {
      case 0:
        return `## ${this.oneLine(1 + this.choose(300))}?`;
      case 1:
        return `# ${this.oneLine(1 + this.choose(300))}`;
      case 2:
        return `- ${text()}`;
      case 3:
        return `${this.pick(['> ', '1. ', '- [ ] ', '    ', '| '])}${text()}`;
      case 4:
        return `| a | b |\n|---|---|\n| ${this.oneLine(chars)} | ${this.oneLine(10)} |`;
      default:
        return text();
    }
  }

  body(chars) {
    const length = this.pick([3, 30, 300, 1_000, 20_000]);
    const same = this.choose(3) > 0 ? this.block(length) : null;
    const parts = [this.block(300)];
    for (let all = 0; all < chars; all += parts.at(-1).length + 2) parts.push(same ?? this.block(length));
    return `${parts.join(this.pick(['\n\n', '\n\n', '\n'])).slice(0, chars)}\n\nThe end is here.\n`;
  }

  questions() {
    const about = [this.pick(this.shorts), this.pick(this.vocabulary), this.pick(WORDS)];
    const long = this.stretch(this.pick([100, 300, 2_000, 6_000, 50_000]));
    const asked = [
      `What is ${about[0]}?`,
      `Is the ${about[1]} ${about[2]} or ${about[1]}?`,
      `Who ${this.pick(WORDS)} ${about[1]}?`,
      this.pick(['Who said that?', 'And in May?', 'When?', 'What about the ship?', 'How many does it have?']),
      long,
      this.shorts.join(' '),
    ];
    const alike = Array.from({ length: 60 }, () => this.oneLine(290));
    return { asked, alike };
  }
}
