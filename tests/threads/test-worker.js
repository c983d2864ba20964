// Serves the jobs of tests in a worker thread.
import { serveJobs } from '../../dist/threads/job-port.js';
import { testJobs } from './test-jobs.js';

serveJobs(testJobs);
