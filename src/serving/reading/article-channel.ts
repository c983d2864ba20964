import { BroadcastChannel } from 'node:worker_threads';
import type { FileReading } from '../../knowledge/folder/collect-knowledge.ts';
import { castMessage } from '../../threads/job.ts';

/*
 * Articles travel straight from the thread that reads them to the thread that answers from them: copying
 * those of 100,000 facts through the main thread would block it for too long. A channel outlives the threads
 * that send: where a reader is ended in the middle of a file, the next reader continues in the same channel,
 * and everything sent before has arrived.
 */

type Message =
  | { readonly kind: 'file'; readonly reading: FileReading }
  | { readonly kind: 'unchanged'; readonly path: string }
  | { readonly kind: 'end' };

/** Sends files that were read to the receiver on the channel of this name. */
export class ArticleSender {
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
  }

  send(reading: FileReading): void {
    this.#post({ kind: 'file', reading });
  }

  /** Says that a file has not changed since the serving articles were read. */
  sendUnchanged(path: string): void {
    this.#post({ kind: 'unchanged', path });
  }

  /** Says that nothing more follows. */
  end(): void {
    this.#post({ kind: 'end' });
  }

  /** Closes the channel; everything sent still arrives. */
  close(): void {
    this.#channel.close();
  }

  #post(message: Message): void {
    this.#channel.postMessage(message);
  }
}

/** Receives everything that is sent on the channel of this name from now on. */
export class ArticleReceiver {
  /** Resolves with everything that was sent, in order, once the sender has called `end`. */
  readonly received: Promise<readonly FileReading[]>;
  /** The paths of files that have not changed; all of them once `received` has resolved. */
  readonly unchanged: string[] = [];
  readonly #channel: BroadcastChannel;

  constructor(name: string) {
    this.#channel = new BroadcastChannel(name);
    const readings: FileReading[] = [];
    this.received = new Promise((resolve) => {
      this.#channel.addEventListener('message', (event) => {
        const { data } = castMessage<{ readonly data: Message }>(event);
        if (data.kind === 'file') readings.push(data.reading);
        else if (data.kind === 'unchanged') this.unchanged.push(data.path);
        else resolve(readings);
      });
    });
  }

  close(): void {
    this.#channel.close();
  }
}
