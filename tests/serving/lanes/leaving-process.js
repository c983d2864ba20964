// Ends while the thread of the encoders reads facts. Tests start it as: node leaving-process.js WAY MILLISECONDS, where WAY is `exit`,
// `end`, `throw` or `terminate`.
import { setTimeout as delay } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { RemoteEncoders } from '../../../dist/encoders/encoder-jobs.js';
import { startEncoders } from '../../../dist/serving/lanes/threads.js';

const [way, ms] = process.argv.slice(2);
const thread = startEncoders({ folder: 'models', vectors: null, threads: 1 });
const { port1, port2 } = new MessageChannel();
const opened = thread.run('connect', port1, { deadlineMs: 60_000, transfer: [port1] });
const text = 'The ferry leaves at nine in the morning. '.repeat(20);
const texts = Array.from({ length: 1_000 }, (_, index) => ({ topic: `${index}`, before: '', text }));
// The thread may end before it has read all of them.
new RemoteEncoders(port2).embedFacts(texts).catch(() => {});
// From 0 on the engine is still loading.
if (ms !== '0') await opened;
else opened.catch(() => {});
await delay(Number(ms));
if (way === 'exit') process.exit(7);
if (way === 'throw') throw new Error('thrown');
if (way === 'terminate') await thread.end();
process.exitCode = 7;
