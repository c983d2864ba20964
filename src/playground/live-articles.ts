import { UserFacingError } from '../requests/kit/user-facing-error.ts';
import { FolderWatch } from '../requests/refreshing/folder-watch.ts';
import { type RefreshCause, Refreshes } from '../requests/refreshing/refreshes.ts';
import { WatchedQuestions } from '../requests/refreshing/watched-questions.ts';
import type { RefreshReport } from '../serving/base/base-report.ts';
import type { VectorProgress } from '../serving/base/thread-state.ts';
import type { KnowledgeService } from '../serving/knowledge-service.ts';
import type { Store } from '../store/open-store.ts';
import { english, playgroundTexts, terminalTexts } from '../wording/kit/english.ts';
import type { ApiDeps } from './api.ts';
import type { StatusView } from './wire/messages.ts';

/** What open pages are told of: each then asks for what it shows. */
type LiveEvent = 'status' | 'articles' | 'questions';

interface OpenedArticles {
  readonly knowledge: KnowledgeService;
  readonly folder: string;
  readonly areEncodersOn: boolean;
}

export interface LiveArticlesOptions {
  /** Opens the articles; calls back when words alone answer. */
  readonly open: (onWordsAlone: () => void) => Promise<OpenedArticles>;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly onEvent: (event: LiveEvent) => void;
  /** Receives an error that is a bug or an outage. */
  readonly onFailed: (error: unknown) => void;
}

/** By the clock of this machine, which is the author’s. */
const CLOCK = new Intl.DateTimeFormat(english.tag, { timeStyle: 'medium' });

/** There is no way back to earlier articles: the author's own editor has it. */
const NO_SNAPSHOTS: Store['snapshots'] = {
  save: async () => null,
  find: async () => null,
  list: async () => [],
  listFiles: async () => null,
  readTexts: async () => null,
};

/** The articles of a folder that somebody is editing: read again after each change, with the questions that are then asked again. */
export class LiveArticles {
  readonly questions: WatchedQuestions;
  readonly #opened: OpenedArticles;
  readonly #options: LiveArticlesOptions;
  readonly #refreshes: Refreshes;
  readonly #watch: FolderWatch;
  #learning: VectorProgress | null = null;
  #isWordsAlone: boolean;
  #failure: string | null = null;
  #hasEnded = false;

  static async open(options: LiveArticlesOptions): Promise<LiveArticles> {
    let isWordsAlone = false;
    let live: LiveArticles | null = null;
    const opened = await options.open(() => {
      isWordsAlone = true;
      live?.noteWordsAlone();
    });
    live = new LiveArticles(opened, { ...options, isWordsAlone });
    live.#watch.start();
    return live;
  }

  private constructor(
    opened: OpenedArticles,
    options: LiveArticlesOptions & { readonly isWordsAlone: boolean },
  ) {
    const { knowledge, areEncodersOn } = opened;
    const { onEvent, newId, nowMs } = options;
    const onFailed = (error: unknown): void => this.#report(error);
    this.#opened = opened;
    this.#options = options;
    this.#isWordsAlone = options.isWordsAlone || !areEncodersOn;
    this.questions = new WatchedQuestions({
      knowledge,
      whenRead: this.#learn(),
      onChange: () => onEvent('questions'),
      onFailed,
    });
    this.#refreshes = new Refreshes({
      knowledge,
      store: { snapshots: NO_SNAPSHOTS },
      newId,
      onStoreError: onFailed,
      onDone: () => {},
    });
    this.#watch = new FolderWatch({
      knowledge,
      refreshes: { refresh: (cause) => this.#refresh(cause) },
      nowMs,
      onFailed: (error) => this.#noteFailure(error),
      onRestored: () => this.#setFailure(null),
    });
  }

  /** Returns what the page's interface needs of the articles. */
  get collaborators(): Pick<ApiDeps, 'knowledge' | 'questions' | 'folder'> {
    const { knowledge, folder } = this.#opened;
    return { knowledge, folder, questions: this.questions };
  }

  /** Notes that the encoders cannot run here. */
  noteWordsAlone(): void {
    this.#isWordsAlone = true;
    this.#options.onEvent('status');
  }

  readStatus(): StatusView {
    const { articleCount, factCount, refreshedAt } = this.#opened.knowledge.current;
    const { counted } = english;
    const { status } = playgroundTexts;
    const learning = this.#learning;
    return {
      articles: status.read({
        articles: counted.articles({ count: articleCount }),
        facts: terminalTexts.facts({ count: factCount }),
        time: CLOCK.format(refreshedAt),
      }),
      notice:
        learning === null
          ? this.#isWordsAlone
            ? status.wordsAlone
            : null
          : status.learning({ done: learning.doneCount, total: learning.factCount }),
      failure: this.#failure,
      changedCount: this.questions.list().filter(({ isChanged }) => isChanged).length,
    };
  }

  /** Ends all work at once. */
  async end(): Promise<void> {
    this.#hasEnded = true;
    await this.#watch.stop();
    await this.#opened.knowledge.end();
  }

  async #refresh(cause: RefreshCause): Promise<RefreshReport> {
    const report = await this.#refreshes.refresh(cause);
    this.#failure =
      report.kept.length === 0 ? null : playgroundTexts.status.kept({ files: report.kept.join(', ') });
    this.questions.askAgain(this.#learn());
    this.#options.onEvent('articles');
    return report;
  }

  #noteFailure(error: unknown): void {
    if (error instanceof UserFacingError)
      this.#setFailure(playgroundTexts.status.failure({ reason: error.message }));
    else this.#report(error);
  }

  #setFailure(failure: string | null): void {
    this.#failure = failure;
    this.#options.onEvent('status');
  }

  /** Reports an error, unless the end of the playground has caused it. */
  #report(error: unknown): void {
    if (!this.#hasEnded) this.#options.onFailed(error);
  }

  /** Follows how far the encoders have read the articles. Resolves once they have; never rejects. */
  async #learn(): Promise<void> {
    const { knowledge } = this.#opened;
    const { onEvent } = this.#options;
    let hasWaited = false;
    try {
      for await (const progress of knowledge.followVectors()) {
        this.#learning = progress;
        hasWaited = true;
        onEvent('status');
      }
    } catch (error) {
      this.#report(error);
    }
    this.#learning = null;
    if (hasWaited) onEvent('articles');
  }
}
