// Sends articles, and does not end by itself. Run in a worker thread by tests.
import { ArticleSender } from '../../dist/serving/reading/article-channel.js';
import { serveJobs } from '../../dist/threads/job-port.js';

serveJobs({
  sendThenSpin({ channel, readings }) {
    const sender = new ArticleSender(channel);
    for (const reading of readings) sender.send(reading);
    for (;;) Math.sqrt(readings.length);
  },
});
