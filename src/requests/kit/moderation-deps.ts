import type { KeyedLock } from '../../kit/serial-work.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import type { UploadParser } from '../../serving/lanes/upload-parser.ts';
import type { StoreError } from '../../store/kit/store-error.ts';
import type { Store } from '../../store/open-store.ts';

/** The collaborators of requests that change what a server knows. */
export interface ModerationDeps {
  readonly knowledge: Pick<KnowledgeService, 'run' | 'runAside' | 'isSetAside'>;
  readonly store: Store;
  readonly uploads: UploadParser;
  readonly now: () => number;
  /** Serialises changes of one thing; the keys are ids of messages and servers. */
  readonly locks: KeyedLock;
  readonly onStoreError: (error: StoreError) => void;
}
