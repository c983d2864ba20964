import { describe, expect, onTestFinished, test } from 'vitest';
import { inspectStore } from '../../../src/store/inspect-store.ts';
import { MIGRATIONS } from '../../../src/store/kit/migrations.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { openPostgres } from '../../../src/store/postgres/open-postgres.ts';
import { readAskedQuestions } from '../../../src/store/read-asked-questions.ts';
import { describeWithPostgres, runSql, withDatabase } from '../../postgres/databases.ts';
import { asking, counting, opened } from '../scene.ts';

const now = (): Date => new Date();

/** The tables and views of a schema, with the columns of each. */
const columnsOf = (url: string) =>
  runSql(
    url,
    'select table_name, column_name, data_type, collation_name from information_schema.columns where table_schema = current_schema() order by 1, 2',
  );

/** The refusal of a store that is opened. Nothing changes in the database, and whoever only inspects it learns the same. */
const refusalOf = async (url: string): Promise<unknown> => {
  const before = await columnsOf(url);
  const error = await openStore({ url, ...counting(), mayBeAway: true }).catch((cause: unknown) => cause);
  expect(await inspectStore(url)).toEqual(error);
  expect(await columnsOf(url)).toEqual(before);
  return error;
};

/** Why a store cannot be opened, in words that do not give the password away. */
const failureOf = async (url: string): Promise<unknown> => {
  const error = Object(await openStore({ url, ...counting() }).catch((cause: unknown) => cause));
  expect(JSON.stringify([error, error.stack, error.cause, String(error.cause)])).not.toContain('hunter2');
  return error;
};

const asUser = (url: string, user: string, password = ''): string => {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
};

describeWithPostgres('opening a PostgreSQL database', ({ freshUrl, freshDatabase }) => {
  test('makes the tables once, whoever comes first of ten at once, and compares texts by bytes', async () => {
    const url = await freshUrl();
    const stores = await Promise.all(Array.from({ length: 10 }, () => opened(url, counting())));
    await Promise.all(stores.map(({ asked }, n) => asked.recordMessage(`none${n}`, 'message')));
    expect(await runSql(url, 'select version from footnote_version')).toEqual([
      { version: String(MIGRATIONS.length) },
    ]);
    const columns = await columnsOf(url);
    expect(columns.length).toBeGreaterThan(50);
    const texts = columns.filter(({ data_type }) => data_type === 'text');
    expect(texts.filter(({ collation_name }) => collation_name !== 'C')).toEqual([]);
  });

  test('brings older tables to the latest version, with what is in them', async () => {
    const url = await freshUrl();
    const older = await openPostgres({ kind: 'postgres', url }, { migrations: MIGRATIONS.slice(0, 8) });
    await older.close();
    await runSql(
      url,
      `insert into asked (id, question, question_key, outcome, confidence, channel_id, asker_id, asked_at, is_private, guild_id)
      values ('old', 'Why?', 'why', 'answered', 1, 'c', 'a', 5, 1, 'g')`,
    );
    expect(await readAskedQuestions(url, now)).toMatchObject({ kind: 'older' });
    const [one, two] = await Promise.all([opened(url), opened(url)]);
    for (const { asked } of [one, two])
      expect(await asked.find('old')).toMatchObject({ question: 'Why?', isAskedPrivately: true });
  });

  describe('refuses, and leaves as it is,', () => {
    test('what a newer version has written', async () => {
      const url = await freshUrl();
      await (await openStore({ url, ...counting() })).close();
      await runSql(url, 'update footnote_version set version = 999');
      expect(await refusalOf(url)).toMatchObject({
        code: 'newer-version',
        message: expect.stringMatching(/newer Footnote \(its version is 999/),
      });
    });

    test('what another program uses', async () => {
      const url = await freshUrl();
      await runSql(url, 'create table asked (id text)');
      expect(await refusalOf(url)).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/holds “asked” of another program/),
      });
    });

    test('a damaged version', async () => {
      const url = await freshUrl();
      await (await openStore({ url, ...counting() })).close();
      await runSql(url, 'delete from footnote_version');
      expect(await refusalOf(url)).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/“footnote_version” is damaged/),
      });
    });

    test('an encoding that has not all characters', async () => {
      const url = await freshDatabase("template template0 encoding 'LATIN1' locale 'C'");
      expect(await refusalOf(url)).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/its encoding is LATIN1/),
      });
    });

    test('a schema that is not there', async () => {
      const url = (await freshUrl()).replace(/search_path.*/, 'search_path%3Dnowhere');
      expect(await refusalOf(url)).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/names no schema that exists/),
      });
    });
  });

  describe('says what to do, and never the password,', () => {
    test('where the password is wrong, or missing', async () => {
      const url = await freshUrl();
      await runSql(
        url,
        "do $$ begin create role locked login password 'right'; exception when duplicate_object then null; end $$",
      );
      expect(await failureOf(asUser(url, 'locked', 'hunter2'))).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/refuses this user.*password in DATABASE_URL/),
      });
      expect(await failureOf(asUser(url, 'locked'))).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/refuses this user/),
      });
      expect(await failureOf(asUser(url, 'nobody_here', 'hunter2'))).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/refuses this user/),
      });
    });

    test('where the user may not create tables', async () => {
      const url = await freshUrl();
      const user = `poor_${process.pid}`;
      await runSql(url, `create role ${user} login`);
      onTestFinished(() => runSql(url, `drop owned by ${user}; drop role ${user}`).then(() => undefined));
      await runSql(url, `grant usage on schema ${url.slice(url.lastIndexOf('3D') + 2)} to ${user}`);
      expect(await failureOf(asUser(url, user, 'hunter2'))).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/lacks a right.*owner of the database/),
      });
    });

    test('by inspection, where the user may only read, or nobody may write', async () => {
      const url = await freshUrl();
      const user = `reader_${process.pid}`;
      await runSql(url, `create role ${user} login`);
      onTestFinished(() => runSql(url, `drop owned by ${user}; drop role ${user}`).then(() => undefined));
      const schema = url.slice(url.lastIndexOf('3D') + 2);
      await runSql(url, `grant usage on schema ${schema} to ${user}`);
      const lackingRight = { code: 'unusable-file', message: expect.stringMatching(/lacks a right/) };
      expect(await inspectStore(asUser(url, user))).toMatchObject(lackingRight);
      await (await openStore({ url, ...counting() })).close();
      await runSql(url, `grant select on all tables in schema ${schema} to ${user}`);
      expect(await inspectStore(asUser(url, user))).toMatchObject(lackingRight);
      await runSql(url, `grant insert, update, delete on all tables in schema ${schema} to ${user}`);
      expect(await inspectStore(asUser(url, user))).toBeNull();
      expect(await inspectStore(`${url}%20-c%20default_transaction_read_only%3Don`)).toMatchObject({
        code: 'cannot-write',
        message: expect.stringMatching(/it is read-only.*primary server/),
      });
    });

    test('where there is no such database', async () => {
      expect(await failureOf(withDatabase(await freshUrl(), 'none_at_all'))).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/“none_at_all” at 127\.0\.0\.1:\d+.*no database of this name/),
      });
    });

    test('where the server takes no TLS', async () => {
      expect(await failureOf(`${await freshUrl()}&sslmode=verify-full`)).toMatchObject({
        code: 'unusable-file',
        message: expect.stringMatching(/no encrypted connections.*sslmode=disable/),
      });
    });

    test.each([
      [
        'postgres://footnote:hunter2@127.0.0.1:1/footnote',
        'cannot-write',
        /“footnote” at 127\.0\.0\.1:1 .* cannot be reached/,
      ],
      [
        'postgres://footnote:hunter2@no-such-host.invalid/footnote',
        'cannot-write',
        /at no-such-host\.invalid:5432 .*host is not known/,
      ],
      [
        'postgres:///footnote?host=/nowhere&password=hunter2',
        'cannot-write',
        /“footnote” at \/nowhere cannot be used: it cannot be reached/,
      ],
      ['postgres://a:hunter2@db/footnote?pool_size=0', 'unsupported-url', /pool_size.*from 1 to 100/],
      [
        'postgres://a:hunter2@db/footnote?sslrootcert=/no/ca.pem',
        'unsupported-url',
        /\/no\/ca\.pem” cannot be read \(ENOENT\)/,
      ],
      ['postgres://a:hun#ter2@db/footnote', 'unsupported-url', /“#”.*%40, %23, %2F and %3F/],
    ])('for %s', async (url, code, words) => {
      const failure = await failureOf(url);
      expect(failure).toMatchObject({ code, message: expect.stringMatching(words) });
      // Only the bot does.
      expect(failure).not.toMatchObject({ message: expect.stringContaining('tries again') });
    });
  });
});

describeWithPostgres('reading what was asked from a PostgreSQL database', ({ freshUrl }) => {
  const started = async (): Promise<readonly [string, Store]> => {
    const url = await freshUrl();
    return [url, await opened(url)];
  };

  test('tells what was asked openly, beside those who write', async () => {
    const [url, { asked }] = await started();
    await asked.record(asking('First?'));
    await asked.record(asking('Hidden?', { isAskedPrivately: true }));
    expect(await readAskedQuestions(url, now)).toEqual({ kind: 'read', questions: ['First?'] });
  });

  test('creates nothing in an empty database', async () => {
    expect(await readAskedQuestions(await freshUrl(), now)).toMatchObject({ kind: 'missing' });
  });
});
