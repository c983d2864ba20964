import { command } from '../../local-discord/interactions/requests.ts';
import type { Exhibit } from '../exhibit.ts';
import { requireMessage } from '../stage.ts';

const QUESTION = 'How many representative offices does Russian customs have abroad?';

/** The interface in its other languages; quotes stay in the language of the article. */
export const languages: readonly Exhibit[] = [
  {
    id: 'russian-answered',
    caption: 'Russian: answered, with a corrected word',
    play: async (stage) => [
      await stage.ask('How many representativ ofices does Russian customs have abroad?', { locale: 'ru' }),
    ],
  },
  {
    id: 'german-unsure',
    caption: 'German: unsure',
    play: async (stage) => [await stage.ask('How big is the quiet room?', { locale: 'de' })],
  },
  {
    id: 'spanish-unknown',
    caption: 'Spanish: unknown',
    play: async (stage) => [await stage.ask('Where can I park my bike?', { locale: 'es-ES' })],
  },
  {
    id: 'french-private',
    caption: 'French: a private answer',
    play: async (stage) => [await stage.ask(QUESTION, { locale: 'fr', options: { private: true } })],
  },
  {
    id: 'german-help',
    caption: 'German: help',
    play: async (stage) => {
      const by = stage.addVisitor('Jonas');
      const outcome = await stage.discord.interact(command({ name: 'help', user: by, locale: 'de' }));
      return [{ message: requireMessage(outcome), above: { kind: 'command', by, command: 'help' } }];
    },
  },
];
