import { serveJobs } from '../threads/serve-jobs.ts';
import { readerJobs } from './reader-jobs.ts';

serveJobs(readerJobs);
