import { serveJobs } from '../threads/job-port.ts';
import { fileJobs } from './jobs/file-jobs.ts';

serveJobs(fileJobs);
