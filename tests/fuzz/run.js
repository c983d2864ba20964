// `npm run fuzz [-- --minutes N] [--cases N] [--seed N]`: searches for articles and questions that take
// disproportionate time. The seed alone determines each case. A finding is reduced and saved below `fuzz-findings/`;
// the exit status is then 1.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hostileCase } from './hostile-texts.js';
import { Trial } from './try-case.js';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    cases: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: String(Date.now() % 1e9) },
  },
});
const ORDINARY = {
  article: `---\ntitle: Harbour\n---\n\n${'The harbour opens at nine on Mondays. Ships pay 12 euros in May.\n\n'.repeat(300)}`,
  questions: { asked: ['When does the harbour open?', 'What do ships pay?'], alike: [] },
};
const FOLDER = 'fuzz-findings';

const trial = new Trial();
await trial.calibrate(ORDINARY);
console.log(
  `from seed ${values.seed} on, with ${trial.slowness.toFixed(1)} times the processor time of a quiet machine`,
);
const until = performance.now() + Number(values.minutes) * 60_000;
let [seed, tried, found] = [Number(values.seed), 0, 0];
for (; performance.now() < until && tried < Number(values.cases); seed++) {
  tried++;
  const hostile = hostileCase(seed);
  // Tried again, because the machine may have been busy.
  if ((await trial.run(hostile)) === null) continue;
  const result = await trial.run(hostile);
  if (result === null) continue;
  found++;
  const smallest = await makeSmaller(hostile, result.step);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${seed}.json`, JSON.stringify({ seed, ...result, ...smallest }, null, 2));
  console.log(`seed ${seed}: “${result.step}” ${result.error ?? `took over ${result.ms.toFixed()} ms`}`);
  console.log(`  article of ${smallest.article.length} characters, saved as ${FOLDER}/${seed}.json`);
}
trial.close();
console.log(`${tried} cases tried, ${found} found`);
process.exitCode = found === 0 ? 0 : 1;

/** Reduces a case to fewer questions and less text that still exceed the time. */
async function makeSmaller(hostile, step) {
  let smallest = hostile;
  for (const smaller of smallerOnes(hostile)) {
    const result = await trial.run(smaller(smallest));
    if (result?.step === step) smallest = smaller(smallest);
  }
  return smallest;
}

function* smallerOnes({ questions }) {
  yield (each) => ({ ...each, questions: { ...each.questions, alike: [] } });
  for (const question of questions.asked)
    yield (each) => ({
      ...each,
      questions: { ...each.questions, asked: each.questions.asked.filter((other) => other !== question) },
    });
  for (let times = 0; times < 4; times++)
    yield (each) => ({ ...each, article: each.article.slice(0, Math.ceil(each.article.length / 2)) });
}
