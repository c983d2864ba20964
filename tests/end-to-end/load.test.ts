import { expect, test } from 'vitest';
import { command } from '../local-discord/interactions/requests.ts';
import type { LocalDiscord } from '../local-discord/local-discord.ts';
import { crowd } from './crowd.ts';
import { startedScene } from './scene.ts';

const QUESTIONS = [
  'How many interdepartmental agreements are signed?',
  'when was the metting held',
  'How do I mine bitcoin?',
  'Who is Sergei Konovalenko?',
];

const INTERACTIONS = 1000;
const IN_FLIGHT = 40;
/** It held 170 to 260 MB: when memory is collected is for Node.js to say. A leak of 100 KB an interaction exceeds this. */
const MAX_RESIDENT_MB = 350;
/** It takes 4 s on two idle cores; other tests may keep these busy. */
const PATIENCE_MS = 120_000;

test(
  `${INTERACTIONS} interactions at ${IN_FLIGHT} in flight are all acknowledged in time, in bounded memory`,
  async () => {
    const { discord, bot } = await startedScene();
    expect(await askMany(discord)).toBe(INTERACTIONS);
    expect(await bot.residentMb()).toBeLessThan(MAX_RESIDENT_MB);
  },
  PATIENCE_MS,
);

/**
 * Lets members ask in `IN_FLIGHT` rows, one after the other, and returns how many got an answer. The local Discord refuses a first response after
 * 3 seconds, as Discord does, so that an answer means that the bot was in time. How long they wait is measured by the soak test.
 */
async function askMany(discord: LocalDiscord): Promise<number> {
  let answered = 0;
  const askers = crowd(discord, INTERACTIONS).entries();
  const row = async (): Promise<void> => {
    for (const [number, user] of askers) {
      const question = QUESTIONS[number % QUESTIONS.length] ?? '';
      const { type } = await discord.interact({ ...command({ name: 'ask', options: { question } }), user });
      if (type !== undefined) answered++;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, row));
  return answered;
}
