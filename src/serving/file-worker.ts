import { serveJobs } from '../threads/serve-jobs.ts';
import { fileJobs } from './jobs/file-jobs.ts';

serveJobs(fileJobs);
