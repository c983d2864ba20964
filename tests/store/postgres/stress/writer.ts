import { setTimeout as delay } from 'node:timers/promises';
import { StoreError } from '../../../../src/store/kit/store-error.ts';
import type { Store } from '../../../../src/store/open-store.ts';
import { asking } from '../../scene.ts';
import type { Journal } from './journal.ts';

/** While the database is away, everything fails at once. */
const PAUSE_MS = 20;

export interface WriterOptions {
  readonly store: Store;
  /** Names the writer; nobody else has this name. */
  readonly name: string;
  readonly journal: Journal;
  /** Returns a number from 0 to 1. */
  readonly random: () => number;
}

/** Somebody who writes without a pause, and notes what was confirmed. */
export class Writer {
  readonly #options: WriterOptions;
  #count = 0;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  async writeUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      try {
        await this.#writeSomething();
      } catch (error) {
        if (!(error instanceof StoreError && error.code === 'cannot-write')) throw error;
        this.#options.journal.failures++;
        await delay(PAUSE_MS);
      }
    }
  }

  #writeSomething(): Promise<void> {
    const works = [
      () => this.#record(),
      () => this.#record(),
      () => this.#vote(),
      () => this.#change(),
      () => this.#change(),
      () => this.#wait(),
      () => this.#take(),
      () => this.#claim(),
      () => this.#forget(),
      () => (this.#choose(8) === 0 ? this.#saveSnapshot() : this.#record()),
    ];
    this.#count++;
    return works[this.#choose(works.length)]?.() ?? Promise.resolve();
  }

  async #record(): Promise<void> {
    const { store, journal } = this.#options;
    journal.recorded.push((await store.asked.record(asking(this.#newName(), { outcome: 'unknown' }))).id);
  }

  async #vote(): Promise<void> {
    const { store, journal } = this.#options;
    const askedId = this.#chooseFrom(journal.recorded);
    if (askedId === undefined) return;
    const voterId = this.#newName();
    const counts = await store.votes.cast({ askedId, voterId, isHelpful: this.#choose(2) === 0 });
    if (counts === null) throw new Error(`the confirmed question ${askedId} is gone`);
    journal.voted.push(`${askedId} ${voterId}`);
  }

  async #change(): Promise<void> {
    const { store, journal } = this.#options;
    const guildId = `server-${this.#choose(3)}`;
    const names = [this.#newName(), this.#newName()];
    const wanted = names.map((name) => ({ kind: 'synonym', name, value: `of ${name}` }) as const);
    for (const { number, name } of await store.serverValues.change(guildId, 'mod', wanted)) {
      journal.numbered.push(`${guildId} ${number}`);
      journal.changed.push(`${guildId} ${name} of ${name}`);
    }
  }

  async #wait(): Promise<void> {
    const { store, journal } = this.#options;
    const { id } = await store.asked.record(asking(this.#newName(), { outcome: 'unknown' }));
    journal.recorded.push(id);
    await store.asked.markWaiting(id);
    journal.waiting.push(id);
  }

  async #take(): Promise<void> {
    const { store, journal } = this.#options;
    const wanted = Array.from({ length: 20 }, () => this.#chooseFrom(journal.waiting.slice(-200)) ?? '');
    try {
      journal.taken.push(...(await store.asked.takeWaiting(wanted)).map(({ id }) => id));
    } catch (error) {
      for (const id of wanted) journal.perhapsTaken.add(id);
      throw error;
    }
  }

  async #claim(): Promise<void> {
    const { store, journal } = this.#options;
    // Others claim the same week at the same time.
    const week = `week-${Math.floor(this.#count / 5)}`;
    if (await store.digests.claim('server-0', week)) journal.claimed.push(week);
  }

  async #forget(): Promise<void> {
    const { store, journal } = this.#options;
    const member = this.#newName();
    const { id } = await store.asked.record(asking(this.#newName(), { askerId: member }));
    await store.votes.cast({ askedId: id, voterId: 'anybody', isHelpful: true });
    const other = this.#chooseFrom(journal.recorded);
    if (other !== undefined) await store.votes.cast({ askedId: other, voterId: member, isHelpful: false });
    await store.forgetting.forgetMember(member);
    journal.forgotten.push(member);
  }

  async #saveSnapshot(): Promise<void> {
    const { store, journal } = this.#options;
    const texts = Array.from({ length: 20 }, (_, file) => ({
      path: `${file}.md`,
      text: file % 2 === 0 ? `same ${file}` : this.#newName(),
    }));
    const figures = { factCount: 1, added: 0, removed: 0, changed: 1 };
    const saved = await store.snapshots.save({
      cause: 'files',
      byId: null,
      guildId: null,
      ...figures,
      texts,
    });
    if (saved !== null) journal.snapshots.push(saved.number);
  }

  #newName(): string {
    return `${this.#options.name}-${++this.#count}`;
  }

  #choose(count: number): number {
    return Math.floor(this.#options.random() * count);
  }

  #chooseFrom<Item>(items: readonly Item[]): Item | undefined {
    return items[this.#choose(items.length)];
  }
}
