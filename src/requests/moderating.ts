import type { ArticleFile } from '../knowledge/read-files.ts';
import type { Knowledge } from '../knowledge/read-knowledge.ts';
import type { Store } from '../store/open-store.ts';
import type { StoreError } from '../store/store-error.ts';
import type { GuildKnowledge } from './guild-knowledge.ts';

/** What it takes to change what a server knows. */
export interface Moderating {
  readonly knowledge: Pick<GuildKnowledge, 'in' | 'forget'>;
  readonly store: Store;
  /** `readFilesAside` where someone may be asking meanwhile. */
  readonly readFiles: (files: readonly ArticleFile[], maxMs?: number) => Promise<Knowledge>;
  readonly now: () => number;
  readonly onNotKept: (error: StoreError) => void;
}
