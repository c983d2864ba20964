// Copies a store and kills itself once so many batches are copied. Started by tests as: node copy-until.js FROM TO BATCHES
import { copyStore } from '../../../dist/store/copy/copy-store.js';

const [from = '', to = '', batches = 'Infinity'] = process.argv.slice(2);
// The beginning is reported, too.
let copied = -1;

await copyStore({
  from,
  to,
  now: () => new Date(),
  isResumable: true,
  onProgress({ phase }) {
    if (phase !== 'copying') return;
    copied++;
    if (copied >= Number(batches)) process.kill(process.pid, 'SIGKILL');
  },
});
