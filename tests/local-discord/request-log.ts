import { Watched } from './world/waiting.ts';
import type { RequestRecord } from './world/world.ts';

/** Every request of the bot, in the order of the answers. */
export class RequestLog {
  readonly all: RequestRecord[] = [];
  readonly #latest = new Watched<RequestRecord | undefined>(undefined);
  readonly #later: { readonly log: RequestLog; readonly wish: (record: RequestRecord) => boolean }[] = [];

  add(record: RequestRecord): void {
    this.all.push(record);
    this.#latest.set(record);
    for (const { log, wish } of this.#later) if (wish(record)) log.add(record);
  }

  /** A log of what is answered from now on and is of this kind. */
  fromNow(wish: (record: RequestRecord) => boolean): RequestLog {
    const log = new RequestLog();
    this.#later.push({ log, wish });
    return log;
  }

  /** The first answered request of this kind, past or to come. */
  async first(wish: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    return this.all.find(wish) ?? (await this.next(wish));
  }

  /** The next request of this kind that is answered from now on. */
  async next(wish: (record: RequestRecord) => boolean): Promise<RequestRecord> {
    const before = this.#latest.value;
    const record = await this.#latest.until(
      (latest) => latest !== undefined && latest !== before && wish(latest),
    );
    if (!record) throw new Error('a wished record is never undefined');
    return record;
  }
}
