import { messageMenu } from '../../local-discord/interactions/requests.ts';
import type { Message } from '../../local-discord/world/messages.ts';
import type { Exhibit, ShownMessage } from '../exhibit.ts';
import { requireMessage, type Stage } from '../stage.ts';

/** The ways to get an answer other than `/ask`. */
export const otherWays: readonly Exhibit[] = [
  {
    id: 'for-member',
    caption: '`/ask … for:` a member, who is pinged',
    play: async (stage) => [
      await stage.ask('When does the library open?', { options: { for: stage.addVisitor('Lena') } }),
    ],
  },
  {
    id: 'answer-message',
    caption: '“Answer this message”: a reply to it, and a note for whoever asked for the reply',
    play: answerThisMessage,
  },
  {
    id: 'mention',
    caption: 'A mention',
    play: async (stage) => {
      const user = stage.addVisitor('Ravi');
      const text = 'how many books may a reader borrow?';
      const answer = await stage.discord.ask({ user, text, mentionsBot: true });
      const asked = referenced(stage, answer);
      return [{ message: asked }, { message: answer, above: { kind: 'reply', to: asked } }];
    },
  },
  {
    id: 'mention-empty',
    caption: 'A mention without a question: two lines and example questions',
    play: async (stage) => {
      const answer = await stage.discord.ask({ user: stage.addVisitor('Ravi'), text: '', mentionsBot: true });
      const asked = referenced(stage, answer);
      return [{ message: asked }, { message: answer, above: { kind: 'reply', to: asked } }];
    },
  },
  {
    id: 'forum-post',
    caption: 'A new post in a forum that the server chose, and the same once it is solved',
    play: answerForumPost,
  },
  {
    id: 'cooldown-mention',
    caption: 'A mention that comes too soon: a line that goes after ten seconds; the next has a sign',
    play: tooSoonMention,
  },
  {
    id: 'silent-mention',
    caption: 'A mention in a channel without public answers: a line that goes after ten seconds',
    play: silentMention,
  },
];

async function answerThisMessage(stage: Stage): Promise<readonly ShownMessage[]> {
  const asker = stage.addVisitor('Lena');
  const target = stage.discord.say({
    user: asker,
    text: 'Does anybody know whether dogs are allowed in the building?',
  });
  const user = stage.addVisitor('Jonas');
  const note = requireMessage(
    await stage.discord.interact(messageMenu({ name: 'Answer this message', target, user })),
  );
  const answer = stage.discord.findMessage(/(\d+)>$/.exec(note.content)?.[1] ?? '');
  if (answer === undefined) throw new Error(`no answer behind ${note.content}`);
  return [{ message: target }, { message: answer, above: { kind: 'reply', to: target } }, { message: note }];
}

const isMessage = ({ method, path }: { readonly method: string; readonly path: string }): boolean =>
  method === 'POST' && path.endsWith('/messages');

async function answerForumPost(stage: Stage): Promise<readonly ShownMessage[]> {
  const { discord } = stage;
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('there is no server');
  const { forum } = home;
  const by = discord.people.administrator;
  await stage.runCommand({ name: 'settings', subcommand: 'forums', options: { add: forum }, by });
  const user = stage.addVisitor('Lena');
  const replied = discord.nextRequest(isMessage);
  const thread = discord.post({ forum, user, title: 'When does the library open?', text: 'See title :)' });
  await replied;
  const [message] = discord.listMessages(thread.id);
  const written = discord.findMessage(thread.id);
  if (message === undefined || written === undefined) throw new Error('the post was not answered');
  await stage.press({ message }, 'This solved it', user);
  await stage.runCommand({ name: 'settings', subcommand: 'forums', options: { remove: forum }, by });
  return [{ message: written }, { message }, stage.refresh({ message })];
}

async function tooSoonMention(stage: Stage): Promise<readonly ShownMessage[]> {
  const user = stage.addVisitor('Ravi');
  for (let asked = 0; asked < 5; asked += 1)
    await stage.discord.ask({ user, text: 'When does the library open?', mentionsBot: true });
  const refused = { user, text: 'and on Sundays?', mentionsBot: true };
  const line = await stage.discord.ask(refused);
  const reacted = stage.discord.nextRequest(
    ({ method, path }) => method === 'PUT' && path.includes('/reactions/'),
  );
  const seventh = stage.discord.say({ ...refused, text: 'and on holidays?' });
  await reacted;
  const asked = referenced(stage, line);
  return [
    { message: asked },
    { message: line, above: { kind: 'reply', to: asked } },
    stage.refresh({ message: seventh }),
  ];
}

async function silentMention(stage: Stage): Promise<readonly ShownMessage[]> {
  const { discord } = stage;
  const [home] = discord.guilds;
  if (home === undefined) throw new Error('there is no server');
  const by = discord.people.administrator;
  const speak = { name: 'settings', subcommand: 'speak', by };
  await stage.runCommand({ ...speak, options: { add: home.secondChannel } });
  const user = stage.addVisitor('Lena');
  const mention = { user, text: 'When does the library open?', mentionsBot: true, channel: home.thread };
  const line = await discord.ask(mention);
  await stage.runCommand({ ...speak, options: { reset: true } });
  const asked = referenced(stage, line);
  return [{ message: asked }, { message: line, above: { kind: 'reply', to: asked } }];
}

function referenced({ discord }: Stage, { message_reference }: Message): Message {
  const message = discord.findMessage(message_reference?.message_id ?? '');
  if (message === undefined) throw new Error('the answer replies to nothing');
  return message;
}
