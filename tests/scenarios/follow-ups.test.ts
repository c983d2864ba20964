import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/answering/follow-up/exchange.ts';
import { type AskReply, ask } from '../../src/serving/asking/ask.ts';
import type { AnsweringContext } from '../../src/serving/base/answering-context.ts';
import { markdown } from '../knowledge/temporary-folder.ts';
import { meaningOf } from '../opened-encoders.ts';
import { servedFrom } from '../serving/serving-scene.ts';

const MUSEUM = `The Clock Museum of Varn was founded in 1952 by the watchmaker Emil Harrow. It is housed in a former grain store on the river.

The museum shows 730 clocks and 140 watches. The oldest clock was made in 1561 in Augsburg.

It is open from ten to six. On Thursdays it stays open until nine, and on Mondays it is closed.

Admission costs 8 euros for adults and 3 euros for students. Members of the museum pay nothing.

The director, Dana Petrov, stressed that every clock must be wound by hand. “A clock that stands still is only furniture,” she added.

A new wing is being built because the cellar was flooded in 2016. It has room for 200 visitors.

The museum has 23 employees. Most of them work in the workshop.`;

const LARKSPUR = `Larkspur 4.0 was released on 14 May 2024. Version 3.9 was released on 2 October 2023.

The installer needs 350 MB on Linux and 420 MB on Windows. There is no installer for macOS yet.

The plug-in store was removed since hardly anyone used it. Plug-ins are now installed from a folder.

Lead developer Amara Osei said that start-up takes half as long as before. According to the tester Kim Vale, large projects open in four seconds.

The software is translated into 31 languages. It is developed in Tallinn by a team of twelve.`;

/** What is typed, words of what must be quoted (null: nothing is known), and what it is understood as (undefined: by itself). */
type Step = readonly [typed: string, quoted: string | null, understoodAs?: string];

async function openAll(): Promise<AnsweringContext> {
  const served = servedFrom({
    'museum.md': markdown('The Clock Museum of Varn', MUSEUM),
    'larkspur.md': markdown('Larkspur 4.0', LARKSPUR),
    'meeting.md': await readFile('knowledge/russian-fcs-meeting.md', 'utf8'),
  });
  return { ...served, vectors: await meaningOf(served.base) };
}

/** What came of each step, each leaning on the one before. */
async function converse(served: AnsweringContext, typed: readonly string[]): Promise<readonly AskReply[]> {
  const replies: AskReply[] = [];
  let conversation: Exchange | null = null;
  for (const question of typed) {
    const reply = await ask(served, { question, conversation });
    conversation = reply.conversation;
    replies.push(reply);
  }
  return replies;
}

const ABROAD = 'How many representative offices does Russian customs have abroad?';

describe('a conversation', () => {
  test.each<{ readonly about: string; readonly steps: readonly Step[] }>([
    {
      about: 'a place instead of “abroad”, said and not said',
      steps: [
        [ABROAD, '8 representative offices'],
        [
          'and in Germany?',
          '8 representative offices',
          'How many representative offices does Russian customs have in Germany?',
        ],
        ['and in France?', null, 'How many representative offices does Russian customs have in France?'],
        [
          'and in finland then',
          '8 representative offices',
          'How many representative offices does Russian customs have in Finland?',
        ],
      ],
    },
    {
      about: 'another question word that makes no sentence of the last question',
      steps: [
        [ABROAD, '8 representative offices'],
        ['where?', '8 representative offices', `where? — ${ABROAD}`],
        ['why?', null, `why? — ${ABROAD}`],
      ],
    },
    {
      about: 'the person who was asked for',
      steps: [
        ['Who is the head of the Customs Cooperation Directorate?', 'Konovalenko'],
        ['what did he say?', 'Konovalenko said', 'What did Sergei Konovalenko say?'],
      ],
    },
    {
      about: 'who said what was quoted, told in the sentence before',
      steps: [
        ['Is it necessary to become more dynamic and proactive?', 'more dynamic'],
        [
          'who said that?',
          'S. Konovalenko said',
          'Who said: “It is necessary to become more dynamic, initiative, and proactive.”?',
        ],
      ],
    },
    {
      about: 'another kind of agreement',
      steps: [
        ['With how many states have intergovernmental agreements been signed?', '50 states'],
        [
          'what about interdepartmental agreements?',
          'About 80',
          'With how many states have interdepartmental agreements been signed?',
        ],
      ],
    },
    {
      about: 'a year of which nothing is said',
      steps: [
        ['When was the meeting on international cooperation held?', 'September, 4-5'],
        ['and in 2009?', null, 'When was the meeting on international cooperation held in 2009?'],
      ],
    },
    {
      about: 'who did it, and how many it has',
      steps: [
        ['When was the clock museum founded?', '1952'],
        ['by whom?', 'Emil Harrow', 'By whom was the clock museum founded?'],
        [
          'how many employees does it have?',
          '23 employees',
          'How many employees does the clock museum have?',
        ],
      ],
    },
    {
      about: 'whom a price is for, said and not said',
      steps: [
        ['How much is admission for adults?', '8 euros'],
        ['and for students?', '3 euros', 'How much is admission for students?'],
        ['and for soldiers?', null, 'How much is admission for soldiers?'],
      ],
    },
    {
      about: 'days, and something that belongs to it',
      steps: [
        ['When is the museum open on Thursdays?', 'On Thursdays'],
        ['and mondays?', 'on Mondays', 'When is the museum open on Mondays?'],
        ['who is its director?', 'Dana Petrov', 'Who is the museum’s director?'],
      ],
    },
    {
      about: '“a new wing” as “the new wing”',
      steps: [
        ['Why is a new wing being built?', 'flooded'],
        [
          'how many visitors does it have room for?',
          '200 visitors',
          'How many visitors does the new wing have room for?',
        ],
      ],
    },
    {
      about: 'other versions by their numbers, one of which nobody wrote about',
      steps: [
        ['When was Larkspur 4.0 released?', '14 May'],
        ['what about 3.9?', '2 October', 'When was Larkspur 3.9 released?'],
        ['and 3.7?', null, 'When was Larkspur 3.7 released?'],
      ],
    },
    {
      about: 'other systems, with typos',
      steps: [
        ['How many MB does the installer need on Linux?', '350 MB'],
        ['adn on windows?', '420 MB', 'How many MB does the installer need on Windows?'],
        ['and on amiga?', null, 'How many MB does the installer need on amiga?'],
      ],
    },
    {
      about: 'who said it, with a typo, and thanks in between',
      steps: [
        ['Does start-up take half as long as before?', 'half as long'],
        ['thanks!', null],
        [
          'who siad that?',
          'Amara Osei',
          'Who said: “Lead developer Amara Osei said that start-up takes half as long as before.”?',
        ],
      ],
    },
    {
      about: 'something else in between, which the next one follows up',
      steps: [
        ['Where is Larkspur developed?', 'Tallinn'],
        ['How many clocks does the museum show?', '730 clocks'],
        ['and watches?', '140 watches', 'How many watches does the museum show?'],
        ['When was Larkspur 4.0 released?', '14 May'],
      ],
    },
    {
      about: 'why something was done, of which no cause is told',
      steps: [
        ['Where is Larkspur developed?', 'Tallinn'],
        ['why?', null, 'Why is Larkspur developed?'],
      ],
    },
  ])('goes on about $about', async ({ steps }) => {
    const replies = await converse(
      await openAll(),
      steps.map(([typed]) => typed),
    );
    const came = replies.map(({ outcome, matches, understoodAs }, index) => {
      const quote = steps[index]?.[1] ?? null;
      const text = outcome === 'unknown' ? '' : (matches[0]?.fact.text ?? '');
      return { quoted: quote !== null && text.includes(quote) ? quote : text, understoodAs };
    });
    expect(came).toEqual(
      steps.map(([, quoted, understoodAs = null]) => ({ quoted: quoted ?? '', understoodAs })),
    );
  });

  test('begins anew with “when?” where nothing was answered before', async () => {
    const [first, second] = await converse(await openAll(), ['Who invented the zeppelin?', 'when?']);
    expect(first).toMatchObject({ outcome: 'unknown', conversation: null });
    expect(second).toMatchObject({ outcome: 'unknown', understoodAs: null, reason: { kind: 'no-question' } });
  });

  test('lets a pronoun lean on nothing but the latest answer', async () => {
    const replies = await converse(await openAll(), [
      'When was the clock museum founded?',
      'Who invented the zeppelin?',
      'how heavy is it?',
      'when?',
    ]);
    expect(replies.map(({ understoodAs }) => understoodAs)).toEqual([
      null,
      null,
      null,
      'When was the clock museum founded?',
    ]);
  });
});
