import { describeWithPostgres } from '../../postgres/databases.ts';
import { describeConcurrency } from '../suites/concurrency-suite.ts';
import { describeStore } from '../suites/store-suite.ts';

describeWithPostgres('PostgreSQL', ({ freshUrl }) => {
  describeStore('PostgreSQL', freshUrl);
  describeConcurrency('PostgreSQL', freshUrl, { changes: 100, waits: 1200, rounds: 40 });
});
