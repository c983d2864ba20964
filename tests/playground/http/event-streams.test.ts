import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { EventStreams } from '../../../src/playground/http/event-streams.ts';

class Stream extends EventEmitter {
  readonly written: string[] = [];
  isEnded = false;
  writableLength = 0;

  write(text: string): boolean {
    this.written.push(text);
    return true;
  }

  end(): this {
    this.isEnded = true;
    return this;
  }

  destroy(): void {
    this.emit('close');
  }
}

test('every open page is told, and one that has gone no more', () => {
  const streams = new EventStreams();
  const [stays, goes] = [new Stream(), new Stream()];
  for (const stream of [stays, goes]) streams.add(stream);
  goes.emit('close');
  streams.send('articles');
  expect([stays.written, goes.written]).toEqual([['event: articles\ndata:\n\n'], []]);
});

test('a page that reads nothing is given up', () => {
  const streams = new EventStreams();
  const stream = new Stream();
  streams.add(stream);
  stream.writableLength = 100_000;
  streams.send('articles');
  stream.writableLength = 0;
  streams.send('articles');
  expect(stream.written).toEqual([]);
});

test('the earliest of nine ends, and all at the end', () => {
  const streams = new EventStreams();
  const all = Array.from({ length: 9 }, () => new Stream());
  for (const stream of all) streams.add(stream);
  expect(all.map(({ isEnded }) => isEnded)).toEqual([true, ...Array(8).fill(false)]);
  streams.end();
  expect(all.every(({ isEnded }) => isEnded)).toBe(true);
});
