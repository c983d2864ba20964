import { copyFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, type Migration } from '../../../src/store/kit/migrations.ts';
import { StoreError } from '../../../src/store/kit/store-error.ts';
import { StoreReports } from '../../../src/store/kit/store-reports.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { createAskedRecords } from '../../../src/store/records/asked.ts';
import { type OpenedDatabase, openSqlite } from '../../../src/store/sqlite/sqlite-file.ts';
import { asking, counting, opened, temporaryFolder } from '../scene.ts';

const addColumn: Migration = {
  name: '98-mood',
  up: async (db) => {
    await db.schema.alterTable('asked').addColumn('mood', 'text').execute();
  },
};
const fill: Migration = {
  name: '99-curious',
  up: async (db) => {
    await sql`update asked set mood = 'curious'`.execute(db);
  },
};
const fail: Migration = {
  name: '99-fail',
  up: async (db) => {
    await db.schema.dropTable('votes').execute();
    throw new Error('a bug');
  },
};

const numbersOf = (all: ReadonlyArray<{ readonly number: number }>) => all.map(({ number }) => number);

function openAt(path: string, migrations: readonly Migration[]): Promise<OpenedDatabase> {
  return openSqlite({ kind: 'file', path }, { ...counting(), migrations });
}

async function emptyPath(): Promise<string> {
  return join(await temporaryFolder(), 'footnote.db');
}

/** A closed file at some version, alone in its folder. */
async function fileMadeWith(migrations: readonly Migration[], rows = 1): Promise<string> {
  const made = await emptyPath();
  const { close } = await openAt(made, migrations);
  await close();
  if (migrations.length >= MIGRATIONS.length) await fillWith(made, rows, migrations);
  const alone = await emptyPath();
  await copyFile(made, alone);
  return alone;
}

async function fillWith(path: string, rows: number, migrations: readonly Migration[]): Promise<void> {
  const { db, close } = await openAt(path, migrations);
  const asked = createAskedRecords(db, counting(), new StoreReports());
  for (let row = 0; row < rows; row++) await asked.record(asking(`${row} ${'?'.repeat(200)}`));
  await close();
}

async function contents(path: string): Promise<unknown> {
  return { names: await readdir(join(path, '..')), bytes: await readFile(path) };
}

/** What opening throws; null where it throws nothing. */
async function refusalOf(path: string): Promise<unknown> {
  return opened(path).then(
    () => null,
    (refused: unknown) => refused,
  );
}

/** The same of what must be left as it is. */
async function refusalWithoutTouching(path: string): Promise<unknown> {
  const before = await contents(path);
  const error = await refusalOf(path);
  expect(await contents(path)).toEqual(before);
  return error;
}

describe('migrations', () => {
  test.each(MIGRATIONS.map((_, version) => version))(
    'bring a file of version %i up to date',
    async (version) => {
      const path = await fileMadeWith(MIGRATIONS.slice(0, version));
      const { asked } = await opened(path);
      const { id } = await asked.record(asking('How many?'));
      expect(await asked.find(id)).not.toBeNull();
    },
  );

  test('are applied in order, each once, and keep what is there', async () => {
    const path = await fileMadeWith(MIGRATIONS);
    for (const further of [[addColumn], [addColumn, fill], [addColumn, fill]]) {
      const { close } = await openAt(path, [...MIGRATIONS, ...further]);
      await close();
    }
    const { db, close } = await openAt(path, [...MIGRATIONS, addColumn, fill]);
    const { rows } = await sql`select id, mood from asked`.execute(db);
    expect(rows).toEqual([{ id: 'id1', mood: 'curious' }]);
    await close();
  });

  test('carry the settings of version 2 over', async () => {
    const path = await fileMadeWith(MIGRATIONS.slice(0, 2));
    const database = new DatabaseSync(path);
    database.exec(`insert into guild_settings values ('guild-1', 'humanRoleId', '"7"')`);
    database.close();
    const { serverSettings } = await opened(path);
    expect(await serverSettings.read('guild-1')).toMatchObject({ helperChannelId: null, helperRoleId: '7' });
  });

  test('rename the settings of version 12 that name helpers, also in the history, so that undo finds them', async () => {
    const path = await fileMadeWith(MIGRATIONS.slice(0, 12));
    const database = new DatabaseSync(path);
    database.exec(`
      insert into guild_values (guild_id, kind, name, value, changed_by, changed_at)
      values ('guild-1', 'setting', 'humanChannelId', '"5"', 'mod', 1);
      insert into guild_changes (guild_id, number, kind, name, before, is_set, changed_by, changed_at)
      values ('guild-1', 1, 'setting', 'humanChannelId', '"4"', 1, 'mod', 1)`);
    database.close();
    const { serverSettings, serverValues } = await opened(path);
    expect(await serverSettings.read('guild-1')).toHaveProperty('helperChannelId', '5');
    const [change] = await serverValues.listChanges('guild-1', 1);
    expect(change).toHaveProperty('name', 'helperChannelId');
    await serverValues.undo('guild-1', 'mod', [change?.number ?? 0]);
    expect(await serverSettings.read('guild-1')).toHaveProperty('helperChannelId', '4');
  });

  test('keep what was private of version 8 private in every way', async () => {
    const path = await fileMadeWith(MIGRATIONS.slice(0, 8));
    const database = new DatabaseSync(path);
    for (const isPrivate of [0, 1])
      database.exec(`
        insert into asked (id, question, question_key, outcome, confidence, guild_id, channel_id, asker_id, asked_at, is_private)
        values ('${isPrivate}', 'Q${isPrivate}', 'q${isPrivate}', 'answered', 1, 'guild-1', 'c', 'a', 1, ${isPrivate})`);
    database.close();
    const { asked } = await opened(path);
    expect(await asked.listAnsweredPhrasings({ guildId: 'guild-1', limit: 9 })).toMatchObject([
      { question: 'Q0' },
    ]);
    const ways = { isAskedPrivately: true, isAnsweredPrivately: true, isInHiddenChannel: true };
    expect(await asked.find('1')).toMatchObject({ ...ways, isWithdrawn: false });
  });

  test('that fail change nothing, those before them neither', async () => {
    const path = await fileMadeWith(MIGRATIONS);
    const further = [...MIGRATIONS, addColumn, fail];
    await expect(openAt(path, further)).rejects.toThrow('a bug');
    const { asked, votes } = await opened(path);
    expect(await asked.find('id1')).not.toBeNull();
    expect(await votes.cast({ askedId: 'id1', voterId: 'a', isHelpful: true })).not.toBeNull();
    // Were the column there already, this would fail.
    const { close } = await openAt(path, [...MIGRATIONS, addColumn]);
    await close();
  });
});

describe('a file of a newer version', () => {
  test('is refused, and left byte for byte as it is', async () => {
    const path = await fileMadeWith([...MIGRATIONS, addColumn]);
    expect(await refusalWithoutTouching(path)).toMatchObject({
      name: 'StoreError',
      code: 'newer-version',
      message: expect.stringMatching(
        `newer Footnote \\(its version is ${MIGRATIONS.length + 1}, this one knows ${MIGRATIONS.length}\\).*DATABASE_URL`,
      ),
    });
  });

  test('is refused as well where only its “-wal” file tells the version', async () => {
    const made = await fileMadeWith(MIGRATIONS);
    const newer = new DatabaseSync(made);
    newer.exec(`pragma wal_autocheckpoint = 0; pragma user_version = ${MIGRATIONS.length + 1}`);
    const path = await emptyPath();
    await copyFile(made, path);
    await copyFile(`${made}-wal`, `${path}-wal`);
    newer.close();
    await expect(opened(path)).rejects.toMatchObject({ code: 'newer-version' });
  });
});

describe('what is no database of ours is refused, and left as it is:', () => {
  test.each([
    ['a text', 'Dear diary, today I am no database. '.repeat(10)],
    ['a short text', 'x'],
    ['a database’s first bytes', 'SQLite format 3\0'],
    ['an article with a database’s first bytes', `SQLite format 3\0${'x'.repeat(5000)}`],
  ])('%s', async (_, text) => {
    const path = await emptyPath();
    await writeFile(path, text);
    expect(await refusalWithoutTouching(path)).toMatchObject({
      code: 'unusable-file',
      message: expect.stringContaining(path),
    });
  });

  test.each(['', 'pragma user_version = 1', 'pragma application_id = 5', 'pragma journal_mode = wal'])(
    'another program’s database (%s)',
    async (pragma) => {
      const path = await emptyPath();
      const other = new DatabaseSync(path);
      other.exec(`create table passwords (password text); ${pragma}`);
      other.close();
      const before = await readFile(path);
      await expect(opened(path)).rejects.toMatchObject({
        code: 'unusable-file',
        message: expect.stringContaining('another program'),
      });
      expect(await readFile(path)).toEqual(before);
    },
  );

  test('a folder', async () => {
    const path = await emptyPath();
    await mkdir(path);
    await expect(opened(path)).rejects.toMatchObject({ code: 'unusable-file' });
  });
});

test('an empty file is taken for a new one', async () => {
  const path = await emptyPath();
  await writeFile(path, '');
  const { asked } = await opened(path);
  expect(await asked.record(asking('How many?'))).toHaveProperty('id', 'id1');
});

describe('a damaged file', () => {
  test('is refused where its pages are torn', async () => {
    const path = await fileMadeWith(MIGRATIONS, 300);
    const bytes = await readFile(path);
    bytes.fill(0x5a, 3 * 4096, bytes.length - 4096);
    await writeFile(path, bytes);
    expect(await refusalOf(path)).toMatchObject({
      code: 'unusable-file',
      message: expect.stringMatching(/Replace it with a backup/),
    });
  });

  test('is refused where its end is missing', async () => {
    const path = await fileMadeWith(MIGRATIONS, 300);
    await truncate(path, 5 * 4096);
    expect(await refusalOf(path)).toMatchObject({ code: 'unusable-file' });
  });

  test('is either refused in words or works: no bit that flips makes a bug of it', async () => {
    const whole = await readFile(await fileMadeWith(MIGRATIONS, 50));
    // Between them stand the tables' definitions: other column names are as good as another program's.
    const place = fc.oneof(fc.nat(99), fc.integer({ min: 4096, max: whole.length - 1 }));
    const flips = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (flipped) => {
        const path = await emptyPath();
        const bytes = Buffer.from(whole);
        for (const [at, bits] of flipped) bytes[at] = (bytes[at] ?? 0) ^ bits;
        await writeFile(path, bytes);
        expect(await failureOfUsing(path)).toBeOneOf([
          null,
          'unusable-file',
          'newer-version',
          'cannot-write',
        ]);
      }),
      { numRuns: 60 },
    );
  }, 90_000);
});

/** The code of what goes wrong when a file is opened, read and written; null where nothing does. */
async function failureOfUsing(path: string): Promise<unknown> {
  let store: Store | null = null;
  try {
    store = await openStore({ url: path, ...counting(), newId: () => 'new' });
    await store.asked.listUnanswered({ guildId: 'guild-1', limit: 100 });
    await store.asked.record(asking('How many?'));
    return null;
  } catch (error) {
    return error instanceof StoreError ? error.code : error;
  } finally {
    await store?.close();
  }
}

/** What `change` gives once the other store has let go of the lock. */
async function untilFree<T>(change: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof StoreError && error.message.includes('is locked'))) throw error;
    }
  }
}

async function lockedScene() {
  const path = await emptyPath();
  let nowMs = 0;
  const { asked } = await opened(path, { ...counting(), now: () => new Date(nowMs) });
  const kept = await asked.record(asking('How many?'));
  const other = new DatabaseSync(path);
  onTestFinished(() => other.close());
  other.exec('begin immediate');
  const write = async () => {
    const before = performance.now();
    await expect(asked.record(asking('How many?'))).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringMatching(/footnote\.db” cannot be written: database is locked/),
    });
    return performance.now() - before;
  };
  const passMs = (ms: number) => {
    nowMs += ms;
  };
  return { asked, kept, other, write, passMs };
}

describe('a file that another program keeps locked', () => {
  test('is waited for once, not by every change in turn, and read all the same', async () => {
    const { asked, kept, write } = await lockedScene();
    const all = Promise.all(Array.from({ length: 40 }, write));
    expect(await asked.find(kept.id)).toEqual(kept);
    // Each waiting for its own 100 ms would be 4 s.
    expect(Math.max(...(await all))).toBeLessThan(2_000);
  });

  test('is tried again after three seconds, and works when it is free', async () => {
    const { asked, other, write, passMs } = await lockedScene();
    await write();
    other.exec('rollback');
    await write();
    passMs(2_999);
    await write();
    passMs(1);
    expect(await asked.record(asking('How many?'))).toHaveProperty('question', 'How many?');
  });

  test('is tried again too once the clock was set back', async () => {
    const { asked, other, write, passMs } = await lockedScene();
    await write();
    other.exec('rollback');
    passMs(-60_000);
    expect(await asked.record(asking('How many?'))).toHaveProperty('question', 'How many?');
  });
});

test('two stores on one file give each waiting question once, and number changes and snapshots once', async () => {
  const path = await emptyPath();
  const stores = [await opened(path), await opened(path, { ...counting(), newId: () => 'two' })];
  const [one] = stores;
  const ids: string[] = [];
  for (let n = 0; n < 20; n++) {
    const { id } = (await one?.asked.record(asking(`${n}`))) ?? { id: '' };
    await one?.asked.markWaiting(id);
    ids.push(id);
  }
  const taken = await Promise.all(
    [...stores, ...stores].map(({ asked }) => untilFree(() => asked.takeWaiting(ids))),
  );
  expect(
    taken
      .flat()
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(ids.toSorted());
  const numbers = { factCount: 1, added: 0, removed: 0, changed: 0, byId: null, guildId: null } as const;
  const made = await Promise.all(
    Array.from({ length: 10 }, async (_, n) => {
      const store = stores[n % 2];
      const article = { kind: 'article', name: `${n}`, value: 'A' } as const;
      const texts = [{ path: 'a', text: `${n}` }];
      await untilFree(async () => store?.serverValues.change('g', 'mod', [article]));
      await untilFree(async () => store?.snapshots.save({ ...numbers, cause: 'start', texts }));
    }),
  );
  expect(made).toHaveLength(10);
  const tenDown = Array.from({ length: 10 }, (_, n) => 10 - n);
  expect(numbersOf((await one?.serverValues.listChanges('g', 99)) ?? [])).toEqual(tenDown);
  expect(numbersOf((await one?.snapshots.list()) ?? [])).toEqual(tenDown);
});

test('two stores on one file see what the other has written', async () => {
  const path = await emptyPath();
  const [one, two] = [await opened(path), await opened(path, { ...counting(), newId: () => 'two' })];
  const kept = await one.asked.record(asking('one'));
  await two.votes.cast({ askedId: kept.id, voterId: 'a', isHelpful: true });
  await two.asked.record(asking('two'));
  expect(await two.asked.find(kept.id)).toEqual(kept);
  expect(await one.votes.count(kept.id)).toEqual({ helpful: 1, notHelpful: 0 });
  expect(await one.asked.listAnsweredPhrasings({ guildId: 'guild-1', limit: 9 })).toHaveLength(2);
});
