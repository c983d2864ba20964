// Reads files as readers do, but for those whose text says what to do instead of being read. Run in a worker thread by tests.
import { parseArticle } from '../../dist/knowledge/folder/parse-article.js';
import { writeProgress } from '../../dist/serving/jobs/reading-progress.js';
import { ArticleSender } from '../../dist/serving/reading/article-channel.js';
import { serveJobs } from '../../dist/threads/job-port.js';

serveJobs({
  readSource({ source, channel, progress, skip }) {
    const sender = new ArticleSender(channel);
    for (const { path, bytes } of source.files.slice(skip)) {
      writeProgress(progress, path, bytes.length);
      obey(Buffer.from(bytes).toString());
      sender.send({ path, ...parseArticle(path, bytes) });
    }
    sender.close();
  },
});

function obey(text) {
  if (text === 'never end') for (;;) Math.sqrt(2);
  if (text === 'take all memory') takeAllMemory();
  if (text === 'fail') throw new TypeError('a fault of the parser');
  if (text === 'leave') process.exit(3);
}

function takeAllMemory() {
  const taken = [];
  for (;;) taken.push(Array.from({ length: 1000 }, (_, number) => `${number}`));
}
