import type { ArticleFile } from '../knowledge/read-files.ts';
import type { Knowledge } from '../knowledge/read-knowledge.ts';
import type { Store } from '../store/open-store.ts';
import type { StoreError } from '../store/store-error.ts';
import type { GuildKnowledge } from './guild-knowledge.ts';
import type { Turns } from './turns.ts';

/** What it takes to change what a server knows. */
export interface Moderating {
  readonly knowledge: Pick<GuildKnowledge, 'in' | 'forget'>;
  readonly store: Store;
  /** `readFilesAside` where someone may be asking meanwhile. */
  readonly readFiles: (files: readonly ArticleFile[], maxMs?: number) => Promise<Knowledge>;
  readonly now: () => number;
  /** Those who change one thing take turns; the keys are ids of messages and servers. */
  readonly turns: Turns;
  readonly onNotKept: (error: StoreError) => void;
}
