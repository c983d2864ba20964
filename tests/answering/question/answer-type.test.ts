import { describe, expect, test } from 'vitest';
import { isDetail, readAnswerType } from '../../../src/answering/question/answer-type.ts';
import { splitWords } from '../../../src/text/words/words.ts';

describe('what a question asks for', () => {
  test.each([
    ['When was the meeting held?', 'date'],
    ['In what year was it signed?', 'date'],
    ['Which century was that?', 'date'],
    ['How many offices are there?', 'number'],
    ['how often do they meet', 'number'],
    ['number of offices', 'number'],
    ['How long is the border?', 'amount'],
    ['What percentage was paid?', 'amount'],
    ['Who is the head?', 'person'],
    ['Whose signature is it?', 'person'],
    ['In which countries are the offices?', 'place'],
    ['Where did it take place?', 'place'],
    ['What city hosts it?', 'place'],
    ['What does CCD stand for?', 'abbreviation'],
    ['What is CCD short for?', 'abbreviation'],
    ['Why did they meet?', 'reason'],
    ['What caused the delay?', 'reason'],
    ['How do I apply?', 'manner'],
    ['What did he say?', 'things'],
    ['List the agreements', 'things'],
    ['Is there an agreement?', 'yes-no'],
    ['Were there agreements?', 'yes-no'],
    ['May I bring a dog?', 'yes-no'],
    ['are there offices in china', 'yes-no'],
    ["Isn't there an office?", 'yes-no'],
    ['dont they have an office', 'yes-no'],
    ['Can’t I bring a dog?', 'yes-no'],
    ['There is an office in China, isn’t there?', 'yes-no'],
    ['they have no office in Peru, do they?', 'yes-no'],
    ['The office is in China, right?', 'yes-no'],
    ['Hi, is there an office in China?', 'yes-no'],
    ['Do you know if there is an office?', 'yes-no'],
    ['I was wondering whether dogs are allowed', 'yes-no'],
    ['Is it effective when taken with milk?', 'yes-no'],
    ['Does CCD stand for something?', 'yes-no'],
    ['Do you know when it was signed?', 'date'],
    ['could you please tell me how many offices there are', 'number'],
    ['Does the article say who signed it?', 'person'],
    ['When was it?', 'date'],
    ['If it rains, where do they meet?', 'place'],
    ['Was was the plan?', 'statement'],
    ['the idea of limited government is that', 'statement'],
    ['How many are there?', 'number'],
    ['May 2008 meeting', 'statement'],
    ['customs agreements', 'statement'],
    ['Tell me of the price', 'statement'],
    ['', 'statement'],
    ['???', 'statement'],
  ])('%s → %s', (question, askedFor) => expect(readAnswerType(splitWords(question))).toBe(askedFor));

  test('is a detail if words can show it', () => {
    expect((['date', 'number', 'amount', 'person', 'place'] as const).every(isDetail)).toBe(true);
    expect(
      (['abbreviation', 'things', 'reason', 'manner', 'yes-no', 'statement'] as const).some(isDetail),
    ).toBe(false);
  });
});
