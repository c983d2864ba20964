import { expect, onTestFinished, test } from 'vitest';
import type { FileReading } from '../../../src/knowledge/folder/collect-knowledge.ts';
import { ArticleReceiver, ArticleSender } from '../../../src/serving/reading/article-channel.ts';
import { WorkerThread } from '../../../src/threads/worker-thread.ts';
import { plainArticle } from '../../articles.ts';

function readingOf(number: number): FileReading {
  const article = plainArticle(`Article ${number}`, 'The tower is old.');
  return { path: article.path, article, text: `${number}`, problems: [] };
}

function receiverOf(channel: string): ArticleReceiver {
  const receiver = new ArticleReceiver(channel);
  onTestFinished(() => receiver.close());
  return receiver;
}

test('all that was sent arrives in its order, on its channel alone, though the sender is closed', async () => {
  const [receiver, other] = [receiverOf('one'), receiverOf('other')];
  const readings = Array.from({ length: 100 }, (_, number) => readingOf(number));
  const [sender, elsewhere] = [new ArticleSender('one'), new ArticleSender('other')];
  for (const reading of readings) sender.send(reading);
  sender.end();
  sender.close();
  elsewhere.end();
  elsewhere.close();
  expect(await receiver.received).toEqual(readings);
  expect(await other.received).toEqual([]);
});

test('what a thread has sent arrives, though it is ended in the middle of its work, before what another sends then', async () => {
  const channel = 'of a thread that is ended';
  const receiver = receiverOf(channel);
  const script = new URL('../sending-worker.js', import.meta.url);
  const thread = new WorkerThread<{ sendThenSpin: (input: object) => void }>({
    script,
    heapMb: 64,
    name: 'sending',
  });
  const readings = Array.from({ length: 1_000 }, (_, number) => readingOf(number));
  const spinning = thread.run('sendThenSpin', { channel, readings }, { deadlineMs: 2_000 });
  await expect(spinning).rejects.toMatchObject({ reason: 'deadline' });
  const sender = new ArticleSender(channel);
  sender.send(readingOf(5_000));
  sender.end();
  sender.close();
  expect(await receiver.received).toEqual([...readings, readingOf(5_000)]);
});
