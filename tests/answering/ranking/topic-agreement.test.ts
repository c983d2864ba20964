import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/answering/question/question.ts';
import { computeTopicBonus, measureAgreement } from '../../../src/answering/ranking/topic-agreement.ts';
import { FactBase } from '../../../src/search/fact-base.ts';
import { markdownArticle } from '../../articles.ts';

const base = FactBase.build([
  markdownArticle(
    'faq.md',
    '---\ntitle: FAQ\n---\n\n## Can I bring my dog?\n\nOnly on Fridays.\n\n## Hours\n\nWho opens? Kim does. Lou closes.\n',
  ),
]);

function indexOf(text: string): number {
  return base.facts.findIndex((fact) => fact.text === text);
}

describe('the agreement of a fact’s topic with the question', () => {
  test('is 1 for the same question, and for its words in another order', () => {
    const index = indexOf('Only on Fridays.');
    expect(measureAgreement(readQuestion(base, 'Can I bring my dog?'), { index }).sameness).toBe(1);
    expect(measureAgreement(readQuestion(base, 'dog, can we bring it'), { index }).sameness).toBe(1);
  });

  test('falls with each word that only one of the two asks', () => {
    const index = indexOf('Only on Fridays.');
    const part = measureAgreement(readQuestion(base, 'Can I bring my llama?'), { index }).sameness;
    expect(part).toBeGreaterThan(0);
    expect(part).toBeLessThan(0.5);
  });

  test('is that of the question before, and 0 if nothing is above', () => {
    const question = readQuestion(base, 'Who opens?');
    expect(measureAgreement(question, { index: indexOf('Kim does.') }).sameness).toBe(1);
    expect(measureAgreement(question, { index: indexOf('Lou closes.') }).sameness).toBe(0);
    expect(measureAgreement(question, { index: 999 })).toEqual({
      coverage: 0,
      sameness: 0,
      asks: false,
    });
  });

  test('is that of a heading which does not ask, without its number', () => {
    const rules = FactBase.build([
      markdownArticle('rules.md', '# Rules\n\n## 2. Advertising\n\nAsk the staff.\n'),
    ]);
    const question = readQuestion(rules, 'what about advertising');
    expect(measureAgreement(question, { index: 0 })).toEqual({
      coverage: 1,
      sameness: 1,
      asks: false,
    });
  });

  test('is that of the term which an item or a row explains', () => {
    const terms = FactBase.build([
      markdownArticle(
        'terms.md',
        '# Terms\n\n- AFK: away from keyboard\n\n| Short | Long |\n| - | - |\n| GG | good game |\n',
      ),
    ]);
    const index = (text: string): number => terms.facts.findIndex((fact) => fact.text.startsWith(text));
    expect(
      measureAgreement(readQuestion(terms, 'what does afk mean'), { index: index('AFK') }).sameness,
    ).toBe(1);
    expect(measureAgreement(readQuestion(terms, 'what is GG'), { index: index('GG') }).sameness).toBe(1);
  });

  test('is 0 for the name of an option, unless the question asks about it', () => {
    const options = FactBase.build([
      markdownArticle('add.md', '# Add\n\n## --workspace\n\nOnly adds what is found there.\n'),
    ]);
    const samenessOf = (text: string): number =>
      measureAgreement(readQuestion(options, text), { index: 0 }).sameness;
    expect(samenessOf('what is a workspace')).toBe(0);
    expect(samenessOf('what does --workspace do')).toBe(1);
  });

  test('moves the answer up and the question down', () => {
    const question = readQuestion(base, 'Who opens?');
    const [asking, answer, other] = ['Who opens?', 'Kim does.', 'Lou closes.'].map((text) => {
      const candidate = base.find(question.terms, 9).find(({ fact }) => fact.text === text);
      return candidate === undefined ? null : computeTopicBonus(question, candidate);
    });
    expect(asking).toBeLessThan(0);
    expect(answer).toBeGreaterThan(0);
    expect(other).toBe(0);
  });

  test('moves down an entry of a table of contents', () => {
    const contents = FactBase.build([
      markdownArticle('c.md', '# C\n\n- Opening hours\n\n## Opening hours\n\nFrom nine to five.\n'),
    ]);
    const question = readQuestion(contents, 'opening hours');
    const bonuses = contents.find(question.terms, 9).map((candidate) => ({
      text: candidate.fact.text,
      bonus: computeTopicBonus(question, candidate),
    }));
    const bonusOf = (text: string): number => bonuses.find((each) => each.text === text)?.bonus ?? 0;
    expect(bonusOf('Opening hours')).toBeLessThan(0);
    expect(bonusOf('From nine to five.')).toBeGreaterThan(0);
  });
});
