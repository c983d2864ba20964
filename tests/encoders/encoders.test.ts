import { MessageChannel } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEncoderJobs, createEncodingJobs, RemoteEncoders } from '../../src/encoders/encoder-jobs.ts';
import { type Encoders, EncodersGoneError, type ReadText, WIDTH } from '../../src/encoders/encoders.ts';
import { serveJobsOn } from '../../src/threads/job-port.ts';
import { encoders as opened } from '../opened-encoders.ts';

function text(words: string, about = 'The library'): ReadText {
  return { topic: about, before: '', text: words };
}

const HOURS = text('The library opens at nine and closes at five.');
const LOANS = text('Books may be borrowed for three weeks.');
const DOGS = text('Dogs must be kept on a lead in the garden.');

function remote(): Encoders {
  const { port1, port2 } = new MessageChannel();
  serveJobsOn(port1, createEncodingJobs(opened));
  onTestFinished(() => port1.close());
  return new RemoteEncoders(port2);
}

function likeness(vector: Float32Array, { scale, bytes }: { scale: number; bytes: Int8Array }): number {
  return bytes.reduce((sum, byte, at) => sum + scale * byte * (vector[at] ?? 0), 0);
}

describe.each([
  ['in this thread', () => opened],
  ['of another thread', remote],
])('encoders %s', (_, open) => {
  test('find a text that says the same in other words, and in another language', async () => {
    const encoders = open();
    const [hours, dogs] = await encoders.embedFacts([HOURS, DOGS]);
    if (hours === undefined || dogs === undefined) throw new Error('a vector is missing');
    for (const question of ['when can i come in to read', 'Во сколько открывается библиотека?']) {
      const vector = await encoders.embedQuestion(question);
      expect(vector).toHaveLength(WIDTH);
      expect(likeness(vector, hours)).toBeGreaterThan(likeness(vector, dogs));
      expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
    }
  });

  test('give the same vector each time, in the order of the texts', async () => {
    const encoders = open();
    const [first, second] = await encoders.embedFacts([HOURS, DOGS]);
    const [third, fourth] = await encoders.embedFacts([DOGS, HOURS]);
    expect([fourth, third]).toEqual([first, second]);
  });

  test('judge an answer above a fact that does not answer', async () => {
    const [hours, dogs] = await open().read('when does the library open', [HOURS, DOGS]);
    expect(hours?.answers).toBeGreaterThan(dogs?.answers ?? Number.POSITIVE_INFINITY);
  });

  test('point at a span of the text', async () => {
    const [loans] = await open().read('how long can i keep a book', [LOANS]);
    const span = loans?.span ?? null;
    expect(span && LOANS.text.slice(span.start, span.end)).toBe('three weeks');
  });

  test('take texts of any length and content', async () => {
    const strange = [
      '',
      ' ',
      '\u0000',
      '\ud800',
      '日本語',
      '👩‍👩‍👧',
      'x'.repeat(100_000),
      'word '.repeat(50_000),
    ];
    const encoders = open();
    for (const words of strange) {
      const [vector] = await encoders.embedFacts([text(words, words)]);
      expect(vector?.bytes).toHaveLength(WIDTH);
      expect((await encoders.embedQuestion(words)).every(Number.isFinite)).toBe(true);
      const [judgement] = await encoders.read(words, [text(words, words)]);
      expect(Number.isFinite(judgement?.answers)).toBe(true);
      const { start, end } = judgement?.span ?? { start: 0, end: 0 };
      expect(start >= 0 && start <= end && end <= words.length).toBe(true);
    }
  });
});

test('encoders of an ended thread say so', async () => {
  const { port1, port2 } = new MessageChannel();
  const encoders = new RemoteEncoders(port2);
  const waiting = encoders.embedQuestion('is anyone there');
  port1.close();
  await expect(waiting).rejects.toThrow(EncodersGoneError);
  await expect(encoders.embedQuestion('is anyone there')).rejects.toThrow(EncodersGoneError);
});

test('encoders that cannot run refuse each job, and tell the main thread why', async () => {
  const jobs = createEncoderJobs(Promise.reject(new Error('no binary for this platform')));
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  await jobs.connect(port1);
  await expect(new RemoteEncoders(port2).embedQuestion('hello')).rejects.toThrow(EncodersGoneError);
  expect(await jobs.findProblem()).toBe('no binary for this platform');
});
