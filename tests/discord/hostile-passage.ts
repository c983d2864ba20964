import fc from 'fast-check';
import type { Passage, PassageLine } from '../../src/answering/passage/passage.ts';
import type { Link } from '../../src/knowledge/article/article.ts';
import { hostile, madeUpMatch } from './made-up.ts';

const address = fc.oneof(
  fc.constantFrom(
    'https://evil.example/a_b(c)*d*?e=[f]&g=`',
    'http://localhost:8000/x',
    'mailto:somebody@example.org',
    'https://пример.рф/путь',
    `https://long.example/${'a'.repeat(700)}`,
    'https://user@evil.example/',
  ),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);
/** What could pass for an address, or end a link. */
const words = fc.oneof(
  fc.constantFrom(
    'guide',
    'bank.example',
    'https://bank.example/login',
    'a](https://x.example',
    'ｂａｎｋ．com',
    '`',
  ),
  hostile(40),
);
const code = fc
  .array(fc.constantFrom('```', '`', '``', '\n', '\n\n', 'x', '@everyone', '\t', '> ', ' '), {
    maxLength: 60,
  })
  .map((parts) => `c${parts.join('')}`);

const codeLine: fc.Arbitrary<PassageLine> = code.map((text) => line({ kind: 'code', text }));

/** Text with links in it, which never overlap, and perhaps a short answer anywhere. */
const textLine: fc.Arbitrary<PassageLine> = fc
  .record({
    kind: fc.constantFrom('text', 'item', 'row', 'heading'),
    marker: fc.constantFrom('', '- ', '3. ', '  - ', '    ', '12) ', '* '),
    parts: fc.array(fc.record({ before: hostile(120), words, address }), { maxLength: 5 }),
    end: hostile(300),
    answer: fc.option(fc.tuple(fc.nat(), fc.nat({ max: 60 }))),
  })
  .map(({ kind, marker, parts, end, answer }) => {
    let text = '';
    const links: Link[] = [];
    for (const part of parts) {
      text += part.before;
      links.push({ start: text.length, end: text.length + part.words.length, address: part.address });
      text += part.words;
    }
    text += end;
    const start = answer === null ? 0 : answer[0] % text.length;
    const span = answer === null ? null : { start, end: Math.min(text.length, start + 1 + answer[1]) };
    return line({ kind, marker: kind === 'item' ? marker : '', text, links, answer: span });
  });

/** Everything as hostile and as long as articles allow, and longer. */
export const hostilePassage: fc.Arbitrary<Passage> = fc
  .record({
    lines: fc.array(fc.oneof({ weight: 4, arbitrary: textLine }, { weight: 1, arbitrary: codeLine }), {
      minLength: 1,
      maxLength: 30,
    }),
    left: fc.nat(50),
    picture: fc.option(fc.record({ address: fc.webUrl(), alternative: hostile(400) })),
  })
  .map((passage) => {
    const { article, fact } = madeUpMatch({ language: 'zh-Hant-TW' }, {});
    return { ...passage, kind: 'section', article, headings: [], factIds: [fact.id] };
  });

function line(differing: Partial<PassageLine> & Pick<PassageLine, 'kind' | 'text'>): PassageLine {
  return { marker: '', links: [], answer: null, ...differing };
}
