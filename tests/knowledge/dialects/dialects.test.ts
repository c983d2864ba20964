import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removeDialects } from '../../../src/knowledge/dialects/dialects.ts';
import { cpuMsOf } from '../../cpu-time.ts';
import { paragraphsOf } from '../read-paragraphs.ts';

function textsOf(body: string): string[] {
  return paragraphsOf(body).map(({ text }) => text);
}

describe('text that readers of a dialect do not see is not quoted', () => {
  test.each([
    ['One %%no%% two.', ['One two.']],
    ['%%\nno\n\nno\n%%\n\nOne.', ['One.']],
    ['> %% no\n> no %%\n> One.', ['One.']],
    ['One {/* no */}two.\n\n{/*\nno\n\nno */}\n\nThree.', ['One two.', 'Three.']],
    ["import Tabs from '@theme/Tabs';\nimport { A, B } from \"../c\"\nimport 'x.css'\n\nOne.", ['One.']],
    ['export const meta = {\n  title: "no",\n};\n\nOne.', ['One.']],
    ['export default function Page() {}\n\nOne.', ['One.']],
    [':::note\n\nOne.\n\n:::\n\nTwo.', ['One.', 'Two.']],
    [':::tip[Good to know]\nOne.\n:::', ['One.']],
    [':::::: warning Take care\n\nOne.\n::::::', ['One.']],
    ['::: {.note #id}\nOne.\n:::', ['One.']],
    ['!!! note\n    One.\n\n    Two.\n\nThree.', ['One.', 'Two.', 'Three.']],
    ['!!! warning inline "Take care"\n    One.\n    - Two', ['One.', 'Two']],
    ['??? tip\n\n    ```\n    code\n    ```\n\n    !!! note\n        One.', ['code', 'One.']],
    ['> [!NOTE]\n> One.', ['One.']],
    ['> [!info]- Good to know\n> One *two*.', ['One two.']],
    ['> [!WARNING]\n>\n> One.', ['One.']],
    ['=== "Windows"\n\n    One.\n\n=== "Linux"\n\n    Two.', ['One.', 'Two.']],
    ['One.\n\n{# no\n\nno #}\n\nTwo {# no #}three.', ['One.', 'Two three.']],
    ['{{< alert title="Note" color="info" >}}\nOne.\n{{< /alert >}}', ['Note\nOne.']],
    ['{{% alert title="Note" %}}One.{{% /alert %}}\n\n{{< img "a.png" >}}', ['Note\nOne.']],
    ['{% include a.html %}\n\nOne {% raw %}two{% endraw %}.', ['One two.']],
    ['[One](https://x.y){: .button } two.\n{: .note }', ['One two.']],
    ['[One]({{ site.mail }}) or [two]({{ site.url }}/b).', ['One or two.']],
    ['{:toc}\n\nOne `two`{ .yaml } [three](x){#id}.', ['One two three.']],
    [
      'See [[Opening hours]], [[rules#Pets|pets]] and ![[map.png]][[Fees]].',
      ['See Opening hours, pets and Fees.'],
    ],
    ['<Steps>\n\n1. One.\n\n</Steps>', ['One.']],
    [
      '<Tabs>\n  <TabItem value="w" label="Windows">\n    Run **one**.\n\n    - Two\n  </TabItem>\n</Tabs>\n\nThree.',
      ['Run one.', 'Two', 'Three.'],
    ],
    ['<Card\n  title="Fees"\n  icon={<Icon name="x" />}\n>\n\nOne.\n\n</Card>', ['One.']],
    ['<Video src="a" />\nOne.', ['One.']],
    ['<Step>\n    ```js\n    one\n    ```\n</Step>', ['one']],
  ])('%j', (body, texts) => {
    expect(textsOf(body)).toEqual(texts);
  });

  test.each([
    [':::tip[Pro move]\nOne.\n:::\n\nTwo.', [['Pro move'], []]],
    [':::note\nOne.\n:::', [[]]],
    ['!!! warning "Take care"\n    One.\n\n    Two.\n\nThree.', [['Take care'], ['Take care'], []]],
    ['??? question "May I?"\n    One.\n\n??? question "And he?"\n    Two.', [['May I?'], ['And he?']]],
    ['=== "Windows"\n\n    One.\n\n=== "Linux"\n\n    Two.\n\nThree.', [['Windows'], ['Linux'], []]],
    ['> [!faq]- May I?\n> One.\n\nTwo.', [['May I?'], []]],
    ['<Tab title="Linux">\nOne.\n</Tab>\n\nTwo.', [['Linux'], []]],
    ['## Fees\n\n:::tip Half price\nOne.\n:::', [['Fees', 'Half price']]],
    ['!!! note "Only a title"\n\nOne.', [[], []]],
    ['!!!note "Cooldown"\n    One.', [['Cooldown']]],
    ['???+warning "Take care"\n\n    One.', [['Take care']]],
    ['- Item\n\n    !!! note "In it"\n\n        One.', [[], ['In it']]],
    ['- Q: May I?\n- A: One.\n- Q: And he?\n- A: Two.', [['May I?'], ['And he?']]],
  ])('the title of a box is the heading of its content: %j', (body, headings) => {
    expect(paragraphsOf(body).map((paragraph) => paragraph.headings)).toEqual(headings);
  });

  test.each([
    ['!!!warning\n    One.', ['One.']],
    ['???note\n\n    One.', ['One.']],
    ['!!!wow', ['!!!wow']],
    ['Text.\n\n    ??? quote "READ ME.txt"\n\n        One.', ['Text.', 'READ ME.txt\n\nOne.']],
    ['Text.\n    !!! note "Title"\n        One.', ['Text. Title\nOne.']],
    ['- Item\n      !!! note "Title"\n          One.', ['Item Title\nOne.']],
    ['- Item\n\n      :::tip[Title]\n      One.\n      :::', ['Item', 'Title\nOne.']],
  ])('a box without a space after its mark, and one too far indented for a heading: %j', (body, texts) => {
    expect(textsOf(body).slice(0, texts.length)).toEqual(texts);
    expect(textsOf(body).join(' ')).not.toMatch(/#{6}|!!! |[?]{3}/);
  });

  test.each([
    ['## How do I {it}? {#how-do-i}', 'How do I {it}?'],
    ['# Introduction [[introduction]]', 'Introduction'],
    ['### `add` { #add .command }', 'add'],
    ['## Rules {: #rules }', 'Rules'],
    ['# Set {1, 2}', 'Set {1, 2}'],
  ])('nor the anchor of a heading: %s', (heading, seen) => {
    expect(paragraphsOf(`${heading}\n\nOne.`)[0]?.headings).toEqual([seen]);
  });

  test.each([
    'Ask in {#general} or {.hidden}.',
    '`{{< a >}} {% b %} [[c]] {:d}`',
    'Type [[ -f x ]] and a[1][2].',
    'One {{ name }} two.',
    '5 < 6 and <Name',
    'Up 100%% or 50%% more.',
    'One %% two.',
    'It is {/* open.',
    '`%%a%% {/* b */}`',
    'import duties from abroad are paid at the border',
    'export default settings before you begin, then go on',
    'import',
    'Well!!! note this',
    'a ::: b',
    '[!NOTE] is a mark',
  ])('but text is: %s', (text) => {
    expect(textsOf(text)).toEqual([text.replaceAll('`', '')]);
  });

  test('but code is quoted unchanged', () => {
    const code = "%%a%%\nimport x from 'x'\n:::note\n!!! note\n{/* b */}\n> [!NOTE]";
    expect(textsOf(`\`\`\`\n${code}\n\`\`\`\n\n~~~js\n${code}\n~~~`)).toEqual([code, code]);
  });

  const pieces = fc.constantFrom(
    '%%',
    '{/*',
    '*/}',
    ':::',
    '!!! a',
    '???',
    '    ',
    'import ',
    "'a'",
    'export ',
    '`',
    '```',
    '~~~',
    '\n',
    '\n\n',
    'x',
    '> ',
    '- ',
    '{{<',
    '>}}',
    '{%',
    '{#',
    '#}',
    '{:',
    '[[',
    ']]',
    '<A',
    '</A>',
    '>',
    '# ',
    '[',
    ']',
    '{',
    '}',
    '"',
  );

  test('and every line stays on its own line', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        expect(removeDialects(text).split('\n')).toHaveLength(text.split('\n').length);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['backticks before code', (count: number) => `%%\n${'`'.repeat(count)} \`x\``],
    ['tildes before a line separator', (count: number) => `%%\n${'~'.repeat(count)}\u2028`],
    ['backticks behind text', (count: number) => `%% a %%\na ${'`'.repeat(count / 6)}`],
  ])('in time that grows with the number of %s', (_, make) => {
    const [short, long] = [make(25_000), make(100_000)];
    const once = cpuMsOf(() => removeDialects(short));
    // Linear time would be four times as long, quadratic time sixteen times.
    expect(cpuMsOf(() => removeDialects(long))).toBeLessThan(8 * once + 200);
  });

  test('in time that grows with the length', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('').repeat(200_000 / parts.join('').length);
        const startedAt = performance.now();
        removeDialects(text);
        expect(performance.now() - startedAt).toBeLessThan(3000);
      }),
      { numRuns: 40 },
    );
  });
});
