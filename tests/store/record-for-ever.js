// Records, votes and changes a setting until it is stopped, and prints each operation once it is acknowledged: "asked ID", "vote ID true",
// then "vote ID false", "changed ID". Started by tests as: node record-for-ever.js FILE PREFIX [COUNT]. A StoreError ends it with status 3,
// but for the lock of another process, for which it tries again.
import { openStore } from '../../dist/store/open-store.js';

const [url = '', prefix = '', count = 'Infinity'] = process.argv.slice(2);
let ids = 0;

try {
  const store = await openStore({ url, now: () => new Date(), newId: () => `${prefix}-${++ids}` });
  process.stdout.write('open\n');
  for (let done = 0; done < Number(count); done++) await recordAndVote(store);
  await store.close();
} catch (error) {
  if (error?.name !== 'StoreError') throw error;
  process.stdout.write(`failed ${error.code}\n`);
  if (error.code !== 'cannot-write') process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
}

async function recordAndVote({ asked, votes, serverValues }) {
  const { id } = await untilFree(() =>
    asked.record({
      question: `Question of ${prefix}? ${'—'.repeat(ids % 500)}`,
      understoodAs: null,
      outcome: 'answered',
      confidence: 0.5,
      factId: null,
      guildId: 'guild-1',
      channelId: 'channel-1',
      askerId: 'asker-1',
      isAskedPrivately: false,
      isAnsweredPrivately: false,
      isInHiddenChannel: false,
    }),
  );
  process.stdout.write(`asked ${id}\n`);
  for (const isHelpful of [true, false]) {
    await untilFree(() => votes.cast({ askedId: id, voterId: 'voter-1', isHelpful }));
    process.stdout.write(`vote ${id} ${isHelpful}\n`);
  }
  await untilFree(() =>
    serverValues.change('guild-1', 'mod', [{ kind: 'setting', name: prefix, value: id }]),
  );
  process.stdout.write(`changed ${id}\n`);
}

async function untilFree(change) {
  for (;;) {
    try {
      return await change();
    } catch (error) {
      if (!/database is locked/.test(error?.message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
