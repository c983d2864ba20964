import { BroadcastChannel } from 'node:worker_threads';
import type { FileReading } from '../../knowledge/folder/collect-knowledge.ts';
import { castMessage } from '../../threads/job.ts';

/*
 * Articles travel from the thread that reads them straight to the one that answers from them: copying those of 100,000 facts through the
 * main thread would hold it for longer than it may be held. A channel outlives the threads that send: where a reader is ended in the middle
 * of a file, the next one goes on in the same channel, and what was sent before has arrived.
 */

type Message = { readonly kind: 'file'; readonly reading: FileReading } | { readonly kind: 'end' };

/** Sends what was read to whoever receives on the channel of this name. */
export class ArticleSender {
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
  }

  send(reading: FileReading): void {
    this.#post({ kind: 'file', reading });
  }

  /** Says that this was all. */
  end(): void {
    this.#post({ kind: 'end' });
  }

  /** What was sent still arrives. */
  close(): void {
    this.#channel.close();
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }
}

/** Receives what is sent on the channel of this name from now on. */
export class ArticleReceiver {
  /** All that was sent, in its order, once the sender has said that it was all. */
  readonly received: Promise<readonly FileReading[]>;
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    const readings: FileReading[] = [];
    this.received = new Promise((resolve) => {
      this.#channel.addEventListener('message', (event) => {
        const { data }: { readonly data: Message } = castMessage(event);
        if (data.kind === 'file') readings.push(data.reading);
        else resolve(readings);
      });
    });
  }

  close(): void {
    this.#channel.close();
  }
}
