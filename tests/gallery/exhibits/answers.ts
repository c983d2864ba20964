import type { Exhibit } from '../exhibit.ts';
import { requireMessage } from '../stage.ts';

/** What an answer can be. */
export const answers: readonly Exhibit[] = [
  {
    id: 'answered',
    caption: 'Answered: the quote, with the short answer standing out',
    play: async (stage) => [
      await stage.ask('How many representative offices does Russian customs have abroad?'),
    ],
  },
  {
    id: 'answered-corrected',
    caption: 'Answered, with a corrected word',
    play: async (stage) => [await stage.ask('How meny representativ ofices are there abroad?')],
  },
  {
    id: 'follow-up',
    caption: 'A follow-up: how it was understood is said first',
    play: async (stage) => {
      const by = stage.addVisitor('Mia');
      const first = await stage.ask('When does the library open?', { by });
      return [first, await stage.ask('and the café?', { by })];
    },
  },
  {
    id: 'yes-no',
    caption: 'A yes-no question: the words that settle it stand out',
    play: async (stage) => [await stage.ask('Are laptops allowed in the map room?')],
  },
  {
    id: 'list',
    caption: 'A list',
    play: async (stage) => [await stage.ask('What does a new reader need to join?')],
  },
  {
    id: 'close-call',
    caption: 'Two answers about as good: the asker chooses',
    play: async (stage) => [await stage.ask('When was the lighthouse built?')],
  },
  {
    id: 'close-call-chosen',
    caption: 'The same, once the asker has chosen',
    play: async (stage) => {
      const by = stage.addVisitor('Mia');
      const answer = await stage.ask('When was the lighthouse built?', { by });
      await stage.press(answer, 'This one', by);
      return [stage.refresh(answer)];
    },
  },
  {
    id: 'close-call-explained',
    caption: '*More… › Why this answer?* for a moderator: both passages, as members see them',
    play: async (stage) => {
      const { moderator: by } = stage.discord.people;
      const answer = await stage.ask('When was the lighthouse built?', { by });
      const options = await stage.openOptions(answer, by);
      const why = requireMessage(await stage.press(options, 'Why this answer?', by));
      return [options, { message: why, above: { kind: 'reply', to: options.message } }];
    },
  },
  {
    id: 'unsure',
    caption: 'Unsure: the closest passage, and nothing stands out',
    play: async (stage) => [await stage.ask('How big is the quiet room?')],
  },
  {
    id: 'unknown',
    caption: 'Unknown: why, and what to try',
    play: async (stage) => [await stage.ask('Where can I park my bike?')],
  },
  {
    id: 'unknown-near',
    caption: 'Unknown, but something is near: pressed, it is shown as that, not as the answer',
    play: async (stage) => {
      const by = stage.addVisitor('Mia');
      await stage.ask('How do I link my account?', { by });
      const unknown = await stage.ask('and my phone?', { by });
      const opened = await stage.press(unknown, 'How do I link my account?', by);
      return [unknown, { message: requireMessage(opened), above: { kind: 'reply', to: unknown.message } }];
    },
  },
  {
    id: 'greeting',
    caption: 'A greeting',
    play: async (stage) => [await stage.ask('Hello there!')],
  },
  {
    id: 'no-question',
    caption: 'Words that are no question',
    play: async (stage) => [await stage.ask('why?')],
  },
  {
    id: 'hostile',
    caption: 'An article whose text tries to format, to link and to ping',
    play: async (stage) => [await stage.ask('What is the password of the guest network shown to?')],
  },
];
