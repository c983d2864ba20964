import { describe, expect, test } from 'vitest';
import { answerQuestion } from '../../src/answering/answer-question.ts';
import { readQuestion } from '../../src/answering/question/question.ts';
import { FactBase } from '../../src/search/fact-base.ts';
import { markdownArticle, plainArticle } from '../articles.ts';
import { meaningOf } from '../opened-encoders.ts';

const base = FactBase.build([
  markdownArticle(
    'council.md',
    `---
title: The server council
aliases:
  DSC: decentralised server council
  WHO: World Hamster Organisation
---

The DSC members are chosen each spring. The decentralised server council meets on Fridays. A DSC vote needs five members.
The World Hamster Organisation gives prizes. Who wants to join the council writes a mail.
`,
  ),
  plainArticle(
    'Cameras',
    'A CCD is found in every telescope. The Charge-Coupled Device (CCD) was invented in 1969. The CCD meeting was long.',
    `${Array.from({ length: 60 }, (_, number) => `MTU ${number} is set.`).join(' ')} Each network has an MTU (maximum transmission unit), which limits a packet, however fast or slow it may be sent by those who use it.`,
  ),
]);

const harbour = FactBase.build([
  markdownArticle(
    'harbour.md',
    `---
title: The harbour
aliases:
  PMS: Port Management System
  XYZ: Xenon Yield Zone
---

The harbour opens at six. Every ship is registered in the management system of the port before it may enter.
The harbour master keeps the list. PMS reports are due on Mondays.
`,
  ),
]);

describe('a short form asked about by itself', () => {
  test.each([
    [
      'What is the DSC?',
      'The decentralised server council meets on Fridays.',
      'decentralised server council',
    ],
    [
      'what does dsc mean',
      'The decentralised server council meets on Fridays.',
      'decentralised server council',
    ],
    ['What is WHO?', 'The World Hamster Organisation gives prizes.', 'World Hamster Organisation'],
    ['What does CCD mean?', 'The Charge-Coupled Device (CCD) was invented in 1969.', 'Charge-Coupled Device'],
    ['What is the CCD?', 'The Charge-Coupled Device (CCD) was invented in 1969.', 'Charge-Coupled Device'],
    [
      'What is the MTU?',
      'Each network has an MTU (maximum transmission unit), which limits a packet, however fast or slow it may be sent by those who use it.',
      'maximum transmission unit',
    ],
  ])(
    '%j is answered with the sentence that explains it, its long form standing out',
    async (question, quote, long) => {
      const { matches, shortAnswer, outcome } = await answerQuestion(readQuestion(base, question), {
        limit: 1,
        vectors: await meaningOf(base),
      });
      expect(matches[0]?.fact.text).toBe(quote);
      expect(quote.slice(shortAnswer?.start, shortAnswer?.end)).toBe(long);
      expect(outcome).toBe('answered');
    },
  );

  test.each(['What is the PMS?', 'What does PMS stand for?'])(
    '%j is told its long form where only the front matter spells it out, with the passage that says its words',
    async (question) => {
      const { matches, shortAnswer, outcome, reason } = await answerQuestion(
        readQuestion(harbour, question),
        {
          limit: 1,
          vectors: await meaningOf(harbour),
        },
      );
      expect(matches[0]?.fact.text).toContain('the management system of the port');
      expect({ shortAnswer, outcome }).toEqual({ shortAnswer: null, outcome: 'unsure' });
      expect(reason).toMatchObject({ kind: 'not-spelt-out', long: 'Port Management System' });
    },
  );

  test('is told its long form where no passage says its words', async () => {
    const { outcome, reason } = await answerQuestion(readQuestion(harbour, 'What is the XYZ?'), {
      limit: 1,
      vectors: await meaningOf(harbour),
    });
    expect(outcome).toBe('unknown');
    expect(reason).toEqual({ kind: 'not-spelt-out', short: 'XYZ', long: 'Xenon Yield Zone' });
  });

  test('is another thing than a question in which it stands', async () => {
    const { matches } = await answerQuestion(readQuestion(base, 'When was the CCD invented?'), {
      limit: 1,
      vectors: await meaningOf(base),
    });
    expect(matches[0]?.fact.text).toBe('The Charge-Coupled Device (CCD) was invented in 1969.');
  });
});
