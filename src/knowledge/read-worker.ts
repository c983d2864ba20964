import { parentPort, workerData } from 'node:worker_threads';
import type { Reading } from './read-aside.ts';
import { readFiles } from './read-files.ts';
import { readKnowledge } from './read-knowledge.ts';

/** The other side of `read-aside.ts`: reads what it was given and sends what it found. */
const reading: Reading = workerData;
parentPort?.postMessage('folder' in reading ? await readKnowledge(reading.folder) : readFiles(reading.files));
