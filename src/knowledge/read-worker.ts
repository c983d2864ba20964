import { parentPort, workerData } from 'node:worker_threads';
import { readKnowledge } from './read-knowledge.ts';

/** The other side of `readKnowledgeAside`: reads the folder it was given and sends what it found. */
parentPort?.postMessage(await readKnowledge(String(workerData)));
