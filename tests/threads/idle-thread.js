// Runs one job in a worker thread, prints the result, and then has nothing left to do. Tests start it as: node
// idle-thread.js
import { WorkerThread } from '../../dist/threads/worker-thread.js';

const script = new URL('test-worker.js', import.meta.url);
const thread = new WorkerThread({ script, heapMb: 64, name: 'idle' });
const output = await thread.run('change', [1], { deadlineMs: 60_000 });
process.stdout.write(JSON.stringify(output));
