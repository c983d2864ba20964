import { serveJobs } from '../threads/serve-jobs.ts';
import { readerJobs } from './jobs/reader-jobs.ts';

serveJobs(readerJobs);
