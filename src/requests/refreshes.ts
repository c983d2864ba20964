import type { ArticleFile } from '../knowledge/read-files.ts';
import type { Knowledge } from '../knowledge/read-knowledge.ts';
import type { Store } from '../store/open-store.ts';
import type { NewSnapshot } from '../store/snapshots.ts';
import type { StoreError } from '../store/store-error.ts';
import { kept, orTold } from './kept.ts';
import type { Prepared, RefreshReport, ServedKnowledge } from './served-knowledge.ts';
import { refused } from './user-facing-error.ts';

/** Who or what sets a refresh off. */
export type RefreshCause =
  | {
      readonly kind: 'command' | 'preview' | 'undo';
      readonly byId: string;
      /** Where; the articles serve in all servers. */
      readonly guildId: string | null;
    }
  /** Files changed, and nobody had to say so. */
  | { readonly kind: 'files' };

/** A refresh that was done. */
export interface DoneRefresh {
  readonly cause: RefreshCause;
  readonly report: RefreshReport;
}

export interface RefreshesOptions {
  readonly shared: ServedKnowledge;
  readonly store: Pick<Store, 'snapshots'>;
  /** How the texts of a snapshot are read: `readFilesAside` where someone may be asking meanwhile. */
  readonly readFiles: (files: readonly ArticleFile[]) => Promise<Knowledge>;
  /** Short and unguessable, for previews. */
  readonly newId: () => string;
  /** Told where a snapshot cannot be kept; the refresh is done all the same. */
  readonly onNotKept: (error: StoreError) => void;
  /** Told of every refresh that was done, once, however many share it; of files that changed only where something else serves or is wrong now. */
  readonly onDone: (done: DoneRefresh) => void;
}

/** What would be applied. */
interface HeldPreview {
  readonly prepared: Prepared;
  /** Of those who are looking at it. */
  readonly ids: Set<string>;
}

/**
 * Everything that changes what the folder's articles answer in all servers: refreshes, previews that are applied, undoing. One at a time,
 * in the order in which they were asked for; each leaves a snapshot where it changed something.
 */
export class Refreshes {
  readonly #options: RefreshesOptions;
  #last: Promise<unknown> = Promise.resolve();
  #underWay: Promise<RefreshReport> | null = null;
  /** One is enough: where a second would differ, the first is no longer valid. */
  #preview: HeldPreview | null = null;

  constructor(options: RefreshesOptions) {
    this.#options = options;
  }

  /** Keeps a snapshot of what serves at the start, unless it is the last one: the first refresh can be undone too. */
  async start(): Promise<void> {
    const told = { cause: 'start', byId: null, guildId: null, added: 0, removed: 0, changed: 0 } as const;
    await this.#keep(told);
  }

  /**
   * Reads the folder. Who calls while a refresh is under way or waiting gets that one's report, unless it is the files that changed: they
   * may have done so since they were read.
   *
   * @throws {UserFacingError} `no-readable-article`, in which case the old base keeps serving
   */
  refresh(cause: RefreshCause): Promise<RefreshReport> {
    const run = (): Promise<RefreshReport> =>
      this.#inTurn(async () => {
        const { shared } = this.#options;
        const { problems } = shared.current;
        const report = await shared.refresh();
        const isNews = !isUnchanged(report) || JSON.stringify(problems) !== JSON.stringify(report.problems);
        return this.#done(cause, report, { isQuiet: cause.kind === 'files' && !isNews });
      });
    if (cause.kind === 'files') return run();
    this.#underWay ??= run().finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /**
   * What a refresh would serve, with an id to apply it by. It is held until something else serves, or everyone who looked at it has let it go.
   *
   * @throws {UserFacingError} `no-readable-article`
   */
  preview(): Promise<{ readonly id: string; readonly prepared: Prepared }> {
    return this.#inTurn(async () => {
      const { shared, newId } = this.#options;
      const folderState = await shared.folderState();
      const held = this.#preview;
      const isSame =
        held?.prepared.served.folderState === folderState && held.prepared.before === shared.current;
      const preview = isSame ? held : { prepared: await shared.prepare(), ids: new Set<string>() };
      const id = newId();
      preview.ids.add(id);
      this.#preview = preview;
      return { id, prepared: preview.prepared };
    });
  }

  /**
   * Serves exactly what was previewed.
   *
   * @throws {UserFacingError} `preview-gone`, and nothing is done, where the folder or what serves has changed since, or after a restart
   */
  apply(id: string, cause: RefreshCause): Promise<RefreshReport> {
    return this.#inTurn(async () => {
      const { shared } = this.#options;
      const preview = this.#preview;
      if (!preview?.ids.has(id)) throw refused({ kind: 'preview-gone' });
      const isSame = preview.prepared.served.folderState === (await shared.folderState());
      if (!isSame || !shared.swapIn(preview.prepared)) throw refused({ kind: 'preview-gone' });
      return this.#done(cause, preview.prepared.report);
    });
  }

  /** Does nothing where it is gone already. */
  discard(id: string): void {
    this.#preview?.ids.delete(id);
    if (this.#preview?.ids.size === 0) this.#preview = null;
  }

  /**
   * Serves the articles of a snapshot, until the folder is read again.
   *
   * @throws {UserFacingError} `snapshot-gone`, `not-kept`, `no-readable-article`, in which cases nothing is changed
   */
  undo(number: number, cause: RefreshCause): Promise<RefreshReport> {
    return this.#inTurn(async () => {
      const { shared, store, readFiles } = this.#options;
      const texts = await kept(() => store.snapshots.texts(number));
      if (texts === null) throw refused({ kind: 'snapshot-gone' });
      const files = texts.map(({ path, text }) => ({ path, bytes: Buffer.from(text) }));
      const prepared = await shared.prepareFrom(readFiles(files));
      shared.swapIn(prepared);
      return this.#done(cause, prepared.report);
    });
  }

  async #done(
    cause: RefreshCause,
    report: RefreshReport,
    { isQuiet = false }: { readonly isQuiet?: boolean } = {},
  ): Promise<RefreshReport> {
    this.#preview = null;
    if (!isUnchanged(report)) await this.#keep(toldOf(cause, report));
    if (!isQuiet) this.#options.onDone({ cause, report });
    return report;
  }

  /** A store that is out of order costs the snapshot, not the refresh. */
  async #keep(told: Omit<NewSnapshot, 'factCount' | 'texts'>): Promise<void> {
    const { store, shared, onNotKept } = this.#options;
    const { base, texts } = shared.current;
    await orTold(onNotKept, () => store.snapshots.keep({ ...told, factCount: base.facts.length, texts }));
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work, work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

function toldOf(cause: RefreshCause, { changes: { facts } }: RefreshReport) {
  const { byId, guildId } = cause.kind === 'files' ? { byId: null, guildId: null } : cause;
  const [added, removed, changed] = [facts.added.length, facts.removed.length, facts.changed.length];
  return { cause: cause.kind, byId, guildId, added, removed, changed };
}

/** Whether no article is another than before. */
export function isUnchanged({ changes: { added, removed, changed } }: RefreshReport): boolean {
  return added.length + removed.length + changed.length === 0;
}
