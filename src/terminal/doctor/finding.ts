/** What a check looks at. Scripts know these names. */
export type CheckName =
  | 'node'
  | 'settings'
  | 'articles'
  | 'store'
  | 'encoders'
  | 'token'
  | 'clock'
  | 'application'
  | 'gateway'
  | 'commands'
  | 'servers';

/** What a check has found. `wrong`: the bot does not work so. `doubtful`: it works, but something may be meant otherwise. */
export interface Finding {
  readonly check: CheckName;
  readonly level: 'good' | 'doubtful' | 'wrong';
  /** A sentence. */
  readonly found: string;
  /** What to do, in a sentence; null where nothing is to do, or `found` says it. */
  readonly remedy: string | null;
}

/** Creates a finding without a remedy. */
export function good(check: CheckName, found: string): Finding {
  return { check, level: 'good', found, remedy: null };
}

export function doubtful(check: CheckName, found: string, remedy: string): Finding {
  return { check, level: 'doubtful', found, remedy };
}

/** @param remedy null where what was found says it */
export function wrong(check: CheckName, found: string, remedy: string | null): Finding {
  return { check, level: 'wrong', found, remedy };
}
