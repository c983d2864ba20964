import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { readQuestion } from '../../src/answering/question/question.ts';
import type { Article } from '../../src/knowledge/article/article.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { FlatReader, FlatWriter } from '../../src/search/flat/flat-buffer.ts';
import { VectorIndex } from '../../src/search/index/vector-index.ts';
import { Segment } from '../../src/search/segment.ts';
import { stem } from '../../src/text/words/stems.ts';
import { splitWords } from '../../src/text/words/words.ts';
import { markdownArticle } from '../articles.ts';

/** Few words, so that articles and questions share them, in several forms and spellings, with typos of each other. */
const WORDS =
  'ticket tickets Ticket museum museums musem Garden garden opens opened opening closes cheap price prices FAQ CCD visitor visiter the of a is in 1952 MaxPlayers player café';
const word = fc.constantFrom(...WORDS.split(' '));
const words = fc.array(word, { minLength: 1, maxLength: 7 }).map((each) => each.join(' '));
const sentence = fc.tuple(words, fc.constantFrom('.', '?')).map(([text, mark]) => `So ${text}${mark}`);
const block = fc.oneof(
  { arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((each) => each.join(' ')), weight: 3 },
  words.map((heading) => `## ${heading}`),
  words.map((heading) => `# ${heading}?`),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((items) => `These are:\n\n${items.map((item) => `- ${item}`).join('\n')}`),
);
const front = fc.record({
  title: words,
  pinned: fc.array(
    words.map((text) => `${text}?`),
    { maxLength: 2 },
  ),
  aliases: fc.dictionary(fc.constantFrom('FAQ', 'CCD', 'ticket'), words, { maxKeys: 2 }),
});
const text = fc
  .tuple(front, fc.array(block, { maxLength: 5 }), sentence)
  .map(([keys, blocks, last]) => `---\n${JSON.stringify(keys)}\n---\n\n${[...blocks, last].join('\n\n')}\n`);
/** The articles of each segment; a segment may have none. */
const groups = fc
  .array(fc.array(text, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .map((texts) =>
    texts.map((group, number) => group.map((each, index) => markdownArticle(`${number}-${index}.md`, each))),
  );

/** All that is found for a question, to the last bit. */
function search(base: FactBase, question: string) {
  const terms = base.readTerms(splitWords(question));
  const within = base.articles.at(-1)?.path;
  const stems = splitWords(`${question} faq ccd visitor`).map(({ folded }) => stem(folded));
  return {
    terms,
    found: base.find(terms, 5, { atLeast: 3, also: base.factCount === 0 ? [] : [base.factCount - 1] }),
    inside: within === undefined ? [] : base.find(terms, 5, { within }),
    range: base.findRange(within ?? ''),
    said: base.countSaid(within ?? '', stems),
    idf: stems.map((each) => base.idf(each)),
    longForms: stems.map((each) => [base.aliases.findStems(each), base.aliases.findLongForm(each)]),
    // The numbers of terms may differ: what they mean may not.
    meant: stems.map((each) => base.listMeantTerms(each).map((term) => base.idf(stemOf(base, term)))),
    names: splitWords(question).map(({ folded }) => base.lexicon.findName(folded)),
    held: splitWords(question).map(({ folded }) => base.lexicon.holdsWithin(folded)),
    completions: base.suggestions.complete(question, 4),
    suggestion: base.suggestions.find(question),
  };
}

function stemOf(base: FactBase, term: number): string {
  const known = WORDS.split(' ').map((each) => stem(splitWords(each)[0]?.folded ?? ''));
  return known.find((each) => base.lexicon.findTerm(each) === term) ?? '';
}

/** All that is known of each fact. */
function describeFacts(base: FactBase) {
  return base.facts.map((fact, index) => ({
    read: base.readFact(index),
    byId: base.findFact(fact.id),
    topic: base.surroundings.findTopic(index),
    introduction: base.surroundings.readIntroduction(index),
    terms: Array.from(base.surroundings.listTerms(index), (term) => stemOf(base, term)),
    inTitle: splitWords(fact.text).map(({ folded }) =>
      base.isInTitle(base.lexicon.findTerm(stem(folded)) ?? -1, base.readFact(index).article),
    ),
  }));
}

/** The segment of these articles, in flat memory. */
function store(articles: readonly Article[]): Segment {
  const to = new FlatWriter();
  Segment.write(articles, to, 'segment');
  return Segment.read(new FlatReader(to.build()), 'segment').segment;
}

test('segments answer together as one index of all their articles does, to the last bit', async () => {
  await fc.assert(
    fc.asyncProperty(groups, fc.array(words, { minLength: 1, maxLength: 3 }), async (articles, questions) => {
      const joined = new FactBase(
        articles.map((group, index) => (index % 2 === 0 ? store(group) : Segment.build(group))),
      );
      const whole = FactBase.build(articles.flat());
      expect(describeFacts(joined)).toEqual(describeFacts(whole));
      expect(joined.suggestions.all).toEqual(whole.suggestions.all);
      expect(joined.articles).toEqual(whole.articles);
      expect(joined.listArticles(1, 2)).toEqual(whole.listArticles(1, 2));
      for (const question of questions) {
        expect(search(joined, question)).toEqual(search(whole, question));
        expect(await answer(joined, question)).toEqual(await answer(whole, question));
      }
    }),
    { numRuns: 100 },
  );
});

function answer(base: FactBase, question: string) {
  return answerQuestion(readQuestion(base, `what is ${question}?`), { limit: 5, strictness: 'lenient' });
}

function indexOf(rows: readonly Int8Array[]): VectorIndex {
  return new VectorIndex(rows.map((bytes) => ({ scale: 0.5, bytes })));
}

test('vectors of several segments are similar as those of one', () => {
  const rows = fc.array(fc.int8Array({ minLength: 5, maxLength: 5 }), { maxLength: 4 });
  const vector = fc.float32Array({ minLength: 5, maxLength: 5, min: -1, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(rows, { maxLength: 3 }),
      vector,
      fc.nat(12),
      fc.nat(12),
      (parts, asked, one, two) => {
        const [joined, whole] = [VectorIndex.join(parts.map(indexOf)), indexOf(parts.flat())];
        expect(joined.count).toBe(whole.count);
        const [from, to] = [Math.min(one, two, whole.count), Math.min(Math.max(one, two), whole.count)];
        expect(joined.computeSimilarities(asked, { from, to })).toEqual(
          whole.computeSimilarities(asked, { from, to }),
        );
      },
    ),
  );
});
