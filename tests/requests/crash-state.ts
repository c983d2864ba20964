import { DatabaseSync } from '@photostructure/sqlite';
import { expect } from 'vitest';
import { CHANGING_PATH, SHARED_ARTICLES, type Step } from './crash-steps.ts';

interface AskedState {
  readonly vote: boolean | null;
  readonly isSettled: boolean;
  readonly waits: boolean;
}

/** All that the steps change. */
export interface CrashState {
  readonly values: ReadonlyMap<string, string>;
  /** How many changes the trail has numbered. */
  readonly changes: number;
  readonly asked: ReadonlyMap<string, AskedState>;
  /** The changing article in the last snapshot. */
  readonly snapshot: string | null;
  readonly snapshots: number;
}

export const NOTHING: CrashState = {
  values: new Map(),
  changes: 0,
  asked: new Map(),
  snapshot: null,
  snapshots: 0,
};

/** What a step leads to where it was done whole. */
export function after(state: CrashState, step: Step): CrashState {
  switch (step.kind) {
    case 'value': {
      if ((state.values.get(step.key) ?? null) === step.value) return state;
      const values = new Map(state.values);
      if (step.value === null) values.delete(step.key);
      else values.set(step.key, step.value);
      return { ...state, values, changes: state.changes + 1 };
    }
    case 'snapshot':
      if (state.snapshot === step.text) return state;
      return { ...state, snapshot: step.text, snapshots: state.snapshots + 1 };
    case 'asked':
      return withAsked(state, [step.id], { vote: null, isSettled: false, waits: false });
    case 'voted':
      return withAsked(state, [step.id], { vote: step.isHelpful });
    case 'settled':
      return withAsked(state, step.ids, { isSettled: true });
    case 'waiting':
      return withAsked(state, step.ids, { waits: step.waits });
  }
}

function withAsked(state: CrashState, ids: readonly string[], differing: Partial<AskedState>): CrashState {
  const asked = new Map(state.asked);
  const before = { vote: null, isSettled: false, waits: false };
  for (const id of ids) asked.set(id, { ...before, ...asked.get(id), ...differing });
  return { ...state, asked };
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** What the file holds, once it is sure that it is whole in itself: every value explained by the trail, every snapshot with all its texts. */
export function wholeState(path: string): CrashState {
  const database = new DatabaseSync(path);
  const rows = (query: string) => database.prepare(query).all() as Rows;
  try {
    expect(rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(rows('pragma foreign_key_check')).toEqual([]);
    return {
      ...explainedValues(rows),
      asked: askedStates(rows),
      ...lastSnapshot(rows),
    };
  } finally {
    database.close();
  }
}

type Query = (query: string) => Rows;

function explainedValues(rows: Query): Pick<CrashState, 'values' | 'changes'> {
  const values = rows('select kind, name, value, changed_at, changed_by from guild_values');
  const trail = rows('select * from guild_changes order by number');
  const first = Number(trail[0]?.['number'] ?? 1);
  expect(trail.map(({ number }) => number)).toEqual(trail.map((_, index) => first + index));
  expect(trail.length).toBeLessThanOrEqual(200);
  const last = new Map<string, Rows[number]>();
  for (const change of trail) {
    const key = keyOf(change);
    const earlier = last.get(key);
    // Each change starts from what the one before it left.
    if (earlier !== undefined)
      expect([key, change['before'] !== null]).toEqual([key, earlier['is_set'] === 1]);
    last.set(key, change);
  }
  const set = [...last.values()].filter((change) => change['is_set'] === 1);
  // Each name is changed so often that the trail still tells of it.
  expect(changersOf(values)).toEqual(changersOf(set));
  return {
    values: new Map(values.map((value) => [keyOf(value), String(value['value'])])),
    changes: first + trail.length - 1,
  };
}

function keyOf({ kind, name }: Rows[number]): string {
  return `${String(kind)} ${String(name)}`;
}

function changersOf(rows: Rows): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [keyOf(row), whoAndWhen(row)]));
}

function whoAndWhen({ changed_by: by, changed_at: at }: Rows[number]): string {
  return `${String(by)} at ${String(at)}`;
}

function askedStates(rows: Query): CrashState['asked'] {
  const asked = rows(
    'select id, settled_at, waits, is_helpful from asked left join votes on votes.asked_id = asked.id',
  );
  return new Map(
    asked.map(({ id, settled_at, waits, is_helpful }) => [
      String(id),
      {
        vote: is_helpful === null ? null : is_helpful === 1,
        isSettled: settled_at !== null,
        waits: waits === 1,
      },
    ]),
  );
}

function lastSnapshot(rows: Query): Pick<CrashState, 'snapshot' | 'snapshots'> {
  const snapshots = rows('select number, article_count from snapshots order by number');
  const files = rows(
    'select snapshot_number, path, text from snapshot_files left join snapshot_texts using (hash) order by path',
  );
  for (const { number, article_count } of snapshots) {
    const held = files.filter(({ snapshot_number }) => snapshot_number === number);
    expect(held).toHaveLength(Number(article_count));
    for (const { path, text } of held)
      expect(text).toEqual(path === CHANGING_PATH ? expect.any(String) : SHARED_ARTICLES[String(path)]);
    expect(held.map(({ path }) => path)).toEqual(Object.keys(SHARED_ARTICLES).toSorted());
  }
  expect(files).toHaveLength(snapshots.length * Object.keys(SHARED_ARTICLES).length);
  const last = Number(snapshots.at(-1)?.['number'] ?? 0);
  const changing = files.find(
    ({ snapshot_number, path }) => snapshot_number === last && path === CHANGING_PATH,
  );
  // No text outlives the last snapshot that holds it, but that of one which was killed before it was whole: the next takes it out.
  const unnamed = rows('select hash from snapshot_texts where hash not in (select hash from snapshot_files)');
  expect(unnamed.length).toBeLessThanOrEqual(1);
  return { snapshot: changing === undefined ? null : String(changing['text']), snapshots: last };
}
