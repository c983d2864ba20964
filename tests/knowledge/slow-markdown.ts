/** Generates Markdown of about `chars` characters that holds nothing but one construct that is slow to parse. */
export const SLOW_MARKDOWN: Readonly<Record<string, (chars: number) => string>> = {
  'setext headings': repeated('a\n=\n\n'),
  'setext headings in a quote': repeated('> a\n> =\n>\n'),
  headings: repeated('# h\nt\n'),
  'deep quotes': repeated(`${'>'.repeat(49)} a\n`),
  'deep quotes with gaps': repeated(`${'> '.repeat(20)}a\n>\n`),
  'quotes of growing depth': (chars) => filled(chars, (index) => `${'>'.repeat(index % 40)} *a*\n`),
  'deep lists': repeated(`${'- '.repeat(20)}a\n\n`),
  'nested lists': repeated('- a\n  - b\n    - c\n'),
  'loose lists': repeated('- a\n\n'),
  'tight lists': repeated('- a\n'),
  'numbered lists': repeated('1. a\n'),
  tasks: repeated('- [ ] a\n'),
  'one item of many paragraphs': (chars) => `- a\n\n${'  b\n\n'.repeat(chars / 5)}`,
  'an item that lines without indentation continue': (chars) => `- a\n${'b c d e f\n'.repeat(chars / 10)}`,
  'a quote that lines without a mark continue': (chars) => `> a\n${'b c d e f\n'.repeat(chars / 10)}`,
  'lines of no-break spaces': repeated('*a* [b](c)\n\u00a0\n'),
  'lines of line separators': repeated('*a* _b\n\u2028\n'),
  'lines of form feeds': repeated('`a` *b\n\f\n'),
  footnotes: (chars) => filled(chars, (index) => `a[^${index}] b\n\n[^${index}]: note\n\n`),
  'footnote definitions': (chars) => filled(chars, (index) => `[^${index}]: a\n`),
  'one footnote, used often': (chars) => `[^1]: a\n\n${'b[^1]\n\n'.repeat(chars / 7)}`,
  definitions: (chars) => filled(chars, (index) => `[a${index}]: b\n`),
  'definitions, all used': (chars) => filled(chars, (index) => `[a${index}]: b\n\n[a${index}] [a0]\n\n`),
  tables: (chars) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(chars / 6)}`,
  'wide tables': (chars) =>
    `${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${`${'|a'.repeat(100)}|\n`.repeat(chars / 202)}`,
  'many tables': repeated('|a|\n|-|\n|b|\n\n'),
  bars: repeated('|a|\n'),
  emphasis: repeated('*a _b '),
  'closed emphasis': repeated('*a* _b_ '),
  'struck out': repeated('~a~~b '),
  brackets: repeated('[a '),
  'opening brackets': repeated('['),
  'closing brackets': repeated('a](b '),
  links: repeated('[a](b) '),
  images: repeated('![a](b) '),
  code: repeated('`a '),
  'code of growing marks': (chars) => filled(chars, (index) => `${'`'.repeat(index % 60)} a `),
  tags: repeated('a <b c="d"> '),
  'open tags': repeated('a <b c="'),
  'HTML blocks': repeated('<b>\n\n'),
  comments: repeated('<!-- a -->\n'),
  'open comments': repeated('a <!-- b '),
  'blank lines': repeated('\n'),
  rules: repeated('---\n'),
  fences: repeated('```\na\n```\n'),
  'one code block': (chars) => `\`\`\`\n${'a\n'.repeat(chars / 2)}`,
  'short lines': repeated('a\n'),
  'short paragraphs': repeated('a\n\n'),
  'hard breaks': repeated('a\\\n'),
  entities: repeated('&amp;'),
  'dialect comments': repeated('%%a {/* b '),
};

/** Alternates two constructs. */
export function mixture(
  one: (chars: number) => string,
  other: (chars: number) => string,
  chars: number,
): string {
  return Array.from({ length: 8 }, () => `${one(chars / 16)}\n\n${other(chars / 16)}\n\n`).join('');
}

function repeated(piece: string): (chars: number) => string {
  return (chars) => piece.repeat(chars / piece.length);
}

function filled(chars: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < chars; index += 1) {
    pieces.push(piece(index));
    length += pieces.at(-1)?.length ?? 1;
  }
  return pieces.join('');
}
