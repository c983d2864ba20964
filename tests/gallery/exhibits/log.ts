import { modalSubmit } from '../../local-discord/interactions/requests.ts';
import type { Exhibit, ShownMessage } from '../exhibit.ts';
import { requireForm, requireMessage, type Stage } from '../stage.ts';

/** What moderators do, as the log channel tells it. */
export const log: readonly Exhibit[] = [
  { id: 'log-moderation', caption: 'The log channel: what moderators do', play: moderated },
];

const CLUB = '# The chess club\n\nThe chess club meets on Mondays at seven.\n';
const DANCE = 'Do you teach the tango?';
const KITE = 'Do you lend kites?';

/** What is asked by mention is seen by all, so the log channel names it. */
async function moderated(stage: Stage): Promise<readonly ShownMessage[]> {
  const { discord } = stage;
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('there is no server');
  const { secondChannel: channel } = home;
  const by = discord.people.administrator;
  await stage.runCommand({ name: 'settings', subcommand: 'log', options: { channel }, by });
  await discord.ask({ text: DANCE, user: stage.addVisitor('Mia'), mentionsBot: true });
  await discord.ask({ text: KITE, user: stage.addVisitor('Mia'), mentionsBot: true });
  return [
    await told(stage, channel.id, () => manage(stage)),
    await told(stage, channel.id, () => settle(stage)),
  ];
}

/** Returns the next message in the log channel, which comes when nothing more is done for some seconds. */
async function told(stage: Stage, channelId: string, act: () => Promise<void>): Promise<ShownMessage> {
  const posted = stage.discord.nextRequest(
    ({ method, path }) => method === 'POST' && path === `/channels/${channelId}/messages`,
  );
  await act();
  await posted;
  return { message: requireMessage({ message: stage.discord.findLastMessage(channelId), followUps: [] }) };
}

/** Changes articles and synonyms. */
async function manage(stage: Stage): Promise<void> {
  const { moderator: by, administrator } = stage.discord.people;
  const knowledge = (subcommand: string, options = {}, user = by) =>
    stage.runCommand({ name: 'knowledge', subcommand, options, by: user });
  const add = (text: string) =>
    knowledge('add', { file: { name: 'club.md', bytes: new TextEncoder().encode(text) } });
  await add(CLUB);
  await add(CLUB.replace('seven', 'eight'));
  const removed = await knowledge('remove', { article: 'The chess club' }, administrator);
  await stage.press(removed, '↩️', administrator);
  const screen = await knowledge('synonyms');
  const { form: modal } = requireForm(await stage.press(screen, 'Add a synonym', by));
  const values = { word: 'kasparov', meaning: 'chess club' };
  await stage.discord.interact(modalSubmit({ modal, message: screen.message, user: by, values }));
  await stage.press(stage.refresh(screen), 'Remove', by);
}

/** Settles questions of the queue, in each way, and takes some of it back. */
async function settle(stage: Stage): Promise<void> {
  const { moderator: by } = stage.discord.people;
  const queue = await stage.runCommand({ name: 'unanswered', by });
  await stage.press(queue, 'Dismiss', by);
  await stage.press(stage.refresh(queue), 'Undo', by);
  const { form: modal } = requireForm(await stage.press(stage.refresh(queue), 'Write an answer', by));
  const values = { text: 'The library lends neither kites nor tango shoes.', url: '' };
  await stage.discord.interact(modalSubmit({ modal, message: queue.message, user: by, values }));
  const options = { question: 'when do the chess people meet' };
  const why = await stage.runCommand({ name: 'knowledge', subcommand: 'explain', options, by });
  await stage.pick(why, 0, by);
  await stage.press(stage.refresh(why), 'Forget this answer', by);
}
