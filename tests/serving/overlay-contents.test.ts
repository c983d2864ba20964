import { expect, test } from 'vitest';
import { OverlayContents } from '../../src/serving/overlay-contents.ts';
import { StoreError } from '../../src/store/kit/store-error.ts';
import { emptyStore } from '../requests/kept-answers.ts';

const ARTICLE = { kind: 'article', name: 'server/bridge.txt', value: 'The bridge\n\nIt is old.\n' } as const;

/** Fails once a write has been made. */
async function failAfter(write: Promise<unknown>): Promise<never> {
  await write;
  throw new StoreError('cannot-write', 'the thread of the store has ended');
}

test('reads a server once, and again after each write that may change its overlay', async () => {
  const overlays = new OverlayContents(await emptyStore());
  const { serverValues, serverSettings, forgetting } = overlays.store;
  const readVersion = async () => (await overlays.readSummary('here')).version;
  const versions = [await readVersion(), await readVersion()];
  const [change] = await serverValues.change('here', 'mod', [ARTICLE]);
  versions.push(await readVersion());
  await serverValues.undo('here', 'mod', [change?.number ?? 0]);
  versions.push(await readVersion());
  await serverSettings.change('here', 'mod', { strictness: 'strict' });
  versions.push(await readVersion());
  await forgetting.forgetServer('here');
  versions.push(await readVersion());
  expect(versions).toEqual([1, 1, 2, 3, 4, 5]);
});

test('reads a server again after a write that was made but reported as failed, as when its thread ends', async () => {
  const store = await emptyStore();
  const { serverValues, serverSettings, forgetting } = store;
  const overlays = new OverlayContents({
    ...store,
    serverValues: {
      ...serverValues,
      change: (...args) => failAfter(serverValues.change(...args)),
      undo: (...args) => failAfter(serverValues.undo(...args)),
    },
    serverSettings: {
      ...serverSettings,
      change: (...args) => failAfter(serverSettings.change(...args)),
    },
    forgetting: {
      ...forgetting,
      forgetServer: (...args) => failAfter(forgetting.forgetServer(...args)),
    },
  });
  const failing = overlays.store;
  const writes: readonly (() => Promise<unknown>)[] = [
    () => failing.serverValues.change('here', 'mod', [ARTICLE]),
    () => failing.serverSettings.change('here', 'mod', { strictness: 'strict' }),
    () => failing.serverValues.undo('here', 'mod', [1]),
    () => failing.forgetting.forgetServer('here'),
  ];
  const states: (readonly [boolean, string])[] = [];
  for (const write of writes) {
    await overlays.readSummary('here');
    await expect(write()).rejects.toThrow('has ended');
    const { hasArticles, strictness } = await overlays.readSummary('here');
    states.push([hasArticles, strictness]);
  }
  expect(states).toEqual([
    [true, 'balanced'],
    [true, 'strict'],
    [false, 'strict'],
    [false, 'balanced'],
  ]);
});

const LIMITED = [
  '---\ntitle: Vault\nchannels: [help]\n---\nGold.\n',
  '---\r\n"Roles":\r\n  - staff\r\n---\r\nGold.\r\n',
  '---\n{ title: Vault, roles: [staff] }\n---\nGold.\n',
  '+++\ntitle = "Vault"\nroles = ["staff"]\n+++\nGold.\n',
  '{\n  "title": "Vault",\n  "channels": ["help"]\n}\nGold.\n',
  'title: Vault\nroles: [staff]\n---\nGold.\n',
];
const FOR_ALL = [
  'Vault\n\nRoles: none. The channels are open.\n',
  '---\ntitle: Channels and roles\nsteps: few\n---\nroles: [staff]\n\n---\n',
  `# Roles\n\n${'channels: many. '.repeat(9_000)}`,
];

test.each([
  ...LIMITED.map((value) => [value, true] as const),
  ...FOR_ALL.map((value) => [value, false] as const),
])('looks for limits in the front matter alone: %j', async (value, mayHaveLimits) => {
  const overlays = new OverlayContents(await emptyStore());
  await overlays.store.serverValues.change('here', 'mod', [{ ...ARTICLE, name: 'server/vault.md', value }]);
  expect((await overlays.readSummary('here')).mayHaveLimits).toBe(mayHaveLimits);
});

test('reads nothing again after other settings, refused undoing and changes of other servers', async () => {
  const overlays = new OverlayContents(await emptyStore());
  const { serverValues, serverSettings } = overlays.store;
  const before = await overlays.readSummary('here');
  await serverSettings.change('here', 'mod', { answersMentions: false });
  expect(await serverValues.undo('here', 'mod', [7])).toBeNull();
  await serverValues.change('there', 'mod', [ARTICLE]);
  expect(await overlays.readSummary('here')).toBe(before);
});

test('keeps nothing that was read before a change, also where the reading ends after it', async () => {
  const store = await emptyStore();
  let release: (() => void) | null = null;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isFirst = true;
  const serverValues: typeof store.serverValues = {
    ...store.serverValues,
    async list(guildId, kind) {
      const values = await store.serverValues.list(guildId, kind);
      if (isFirst && kind === 'article') {
        isFirst = false;
        await held;
      }
      return values;
    },
  };
  const overlays = new OverlayContents({ ...store, serverValues });
  const early = overlays.readSummary('here');
  await new Promise((resolve) => setImmediate(resolve));
  await overlays.store.serverValues.change('here', 'mod', [ARTICLE]);
  const late = await overlays.readSummary('here');
  (release as (() => void) | null)?.();
  expect([(await early).hasArticles, late.hasArticles]).toEqual([false, true]);
  expect(await overlays.readSummary('here')).toBe(late);
});
