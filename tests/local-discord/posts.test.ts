import { ChannelType, DiscordAPIError, Events, type ThreadChannel } from 'discord.js';
import { expect, test } from 'vitest';
import { logIn } from './client-under-test.ts';
import { permission } from './world/permissions.ts';

/** The status and the code with which Discord refuses a message there. */
async function refusalOf(thread: ThreadChannel): Promise<readonly [number, number | string]> {
  const error: unknown = await thread.send('Hello').catch((refused: unknown) => refused);
  if (!(error instanceof DiscordAPIError)) throw new Error('it was not refused');
  return [error.status, error.code];
}

test('a post is a new thread of its forum, in which nobody writes before its author has', async () => {
  const { discord, client } = await logIn({});
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('a local Discord has a guild');
  const { forum } = home;
  const created = new Promise<readonly [ThreadChannel, boolean]>((resolve) => {
    client.once(Events.ThreadCreate, (thread, isNew) => resolve([thread, isNew]));
  });
  const written = discord.post({ forum, title: 'Where is the key?', isUploading: true });
  const [thread, isNew] = await created;
  expect([thread.id, thread.name, isNew]).toEqual([written.id, 'Where is the key?', true]);
  expect(thread.parent?.type).toBe(ChannelType.GuildForum);
  expect(thread.ownerId).toBe(discord.people.member.id);
  expect(await refusalOf(thread)).toEqual([403, 40_058]);

  const arrived = new Promise<string>((resolve) => {
    client.once(Events.MessageCreate, ({ id, content }) => resolve(`${id} ${content}`));
  });
  discord.finishPost(written);
  // Its id is that of the post, and its text is hidden without the privileged intent.
  expect(await arrived).toBe(`${written.id} `);
  expect((await thread.send('Hello')).channelId).toBe(written.id);
  discord.setBotPermissions(forum, { deny: permission.sendMessagesInThreads });
  expect(await refusalOf(thread)).toEqual([403, 50_013]);
});
