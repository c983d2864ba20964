// Adds, replaces and removes articles of a server, teaches, undoes, votes and refreshes until it is stopped, and prints what it is about
// to do before, and that it is acknowledged afterwards: see crash-steps.ts. Started by tests as: FILE FOLDER ROUND.

import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KeyedLock } from '../../src/kit/serial-work.ts';
import { readFiles } from '../../src/knowledge/folder/read-knowledge.ts';
import { addArticle } from '../../src/requests/articles/add-article.ts';
import { undoChanges } from '../../src/requests/articles/changes.ts';
import { exportArticles, removeArticle } from '../../src/requests/articles/own-articles.ts';
import { vote } from '../../src/requests/asking/vote.ts';
import { Refreshes } from '../../src/requests/refreshing/refreshes.ts';
import { teachAnswer } from '../../src/requests/unanswered/teach.ts';
import { endWaiting } from '../../src/requests/unanswered/wait.ts';
import { serialiseTaughtAnswer } from '../../src/serving/base/taught-answer.ts';
import { KnowledgeService } from '../../src/serving/knowledge-service.ts';
import { UploadParser } from '../../src/serving/lanes/upload-parser.ts';
import { OverlayContents } from '../../src/serving/overlay-contents.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { NewQuestionRecord } from '../../src/store/records/asked.ts';
import { toPhrasingKey } from '../../src/text/words/questions.ts';
import { sameThreads } from '../serving/same-threads.ts';
import {
  CHANGING_PATH,
  GUILD,
  type Line,
  RULES,
  SHARED_ARTICLES,
  type Step,
  towerOf,
} from './crash-steps.ts';
import { anybody } from './requesters.ts';

const SIGHTS = ['mill', 'castle', 'bridge', 'harbour'];
const QUESTIONS = ['May I bring my poodle?', 'How many fit into the lift?', 'Is there room for a pram?'];
const FILES = Object.entries(SHARED_ARTICLES).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
const FACTS = readFiles(FILES).articles.flatMap(({ facts }) => facts);
const MOMENTS_A_ROUND = 1_000_000;

const [url = '', folder = '', roundText = ''] = process.argv.slice(2);
const round = Number(roundText);
const who = { requester: { memberId: 'theo', isModerator: true, managesServer: true }, guildId: GUILD };
let moments = round * MOMENTS_A_ROUND;
let ids = 0;

const now = (): number => ++moments;
const newId = (): string => `${round}-${ids}`;
const onStoreError = (error: Error): never => {
  throw error;
};
const overlays = new OverlayContents(await openStore({ url, now: () => new Date(now()), newId }));
const { store } = overlays;
const threads = sameThreads(() => new Date(now()));
const opened = await KnowledgeService.open({
  folder,
  threads,
  overlays,
  phrasings: null,
  now: () => new Date(now()),
  newId,
  onStoreError,
  onOverrun: ({ cause }) => cause ?? new Error('refused'),
  onSetAside: () => {},
});
if (opened.kind === 'nothing-readable') throw new Error('nothing is readable');
const knowledge = opened.service;
const refreshes = new Refreshes({ knowledge, store, newId, onStoreError, onDone: () => {} });
const uploads = new UploadParser(threads);
const moderating = { knowledge, store, uploads, now, locks: new KeyedLock(), onStoreError };

await acknowledged([{ kind: 'snapshot', text: await changingText() }], () => refreshes.start());
// Rounds begin at different operations, and come to different articles and questions.
for (let turn = round; ; turn++) {
  await add(turn);
  await voteTwice();
  await refresh();
  await teachOne(turn);
  if (turn % 2 === 0) await undo();
  await add(turn);
  if (turn % 3 === 0) await remove();
}

async function changingText(): Promise<string> {
  for await (const texts of knowledge.readTexts())
    for (const { path, text } of texts) if (path === CHANGING_PATH) return text;
  return '';
}

async function acknowledged(will: readonly Step[], work: () => Promise<unknown>): Promise<void> {
  print({ will });
  await work();
  print({ done: true });
}

function print(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** In the place of one that is there, from the second time on. */
async function add(turn: number): Promise<void> {
  const sight = SIGHTS[turn % SIGHTS.length] ?? '';
  const text = `The ${sight}\n\nThe ${sight} was built in ${1000 + (now() % 900)}. ${`It was written at ${now()}. `.repeat(turn % 50)}\n`;
  const bytes = Buffer.from(text);
  const file = { name: `${sight}.txt`, size: bytes.length, download: () => Promise.resolve(bytes) };
  const step = { kind: 'value', key: `article server/${sight}.txt`, value: text } as const;
  await acknowledged([step], () => addArticle(moderating, { ...who, file }));
}

async function remove(): Promise<void> {
  const [own] = await exportArticles(moderating, who);
  if (own === undefined) return;
  const step = { kind: 'value', key: `article ${own.name}`, value: null } as const;
  await acknowledged([step], () => removeArticle(moderating, { ...who, path: own.name }));
}

async function undo(): Promise<void> {
  const [last] = await store.serverValues.listChanges(GUILD, 1);
  if (last === undefined) return;
  const step = { kind: 'value', key: `${last.kind} ${last.name}`, value: last.before } as const;
  await acknowledged([step], () => undoChanges(moderating, { ...who, numbers: [last.number] }));
}

async function voteTwice(): Promise<void> {
  const id = await record({ question: 'When was the tower built?', outcome: 'answered' });
  for (const isHelpful of [false, true])
    await acknowledged([{ kind: 'voted', id, isHelpful }], () =>
      vote(store, { askedId: id, guildId: GUILD, channelId: 'general', voterId: 'mia', isHelpful }),
    );
}

async function refresh(): Promise<void> {
  const text = towerOf(now());
  await writeFile(`${folder}.next`, text);
  await rename(`${folder}.next`, join(folder, CHANGING_PATH));
  const cause = { kind: 'command', byId: 'theo', guildId: GUILD } as const;
  await acknowledged([{ kind: 'snapshot', text }], () => refreshes.refresh(cause));
}

async function teachOne(turn: number): Promise<void> {
  const question = QUESTIONS[turn % QUESTIONS.length] ?? '';
  const id = await record({ question, outcome: 'unknown' });
  // Not as a request: nobody waits where the answer was taught in the round before.
  await acknowledged([{ kind: 'waiting', ids: [id], waits: true }], () => store.asked.markWaiting(id));
  const rule = RULES[turn % RULES.length] ?? '';
  const factId = FACTS.find(({ text }) => text === rule)?.id ?? '';
  const value = serialiseTaughtAnswer({ phrasing: question, factId });
  const open = await store.asked.listUnanswered({ guildId: GUILD, limit: 10_000 });
  const same = open.filter((asked) => asked.question === question).map((asked) => asked.id);
  const waiting = await store.asked.listWaiting({ guildId: GUILD, limit: 10_000 });
  // Latest first: whoever waits is told of their last question, and waits for that one until then.
  const [last = id, ...earlier] = waiting
    .filter((asked) => asked.question === question)
    .map((asked) => asked.id);
  await acknowledged(
    [
      { kind: 'value', key: `taught ${toPhrasingKey(question)}`, value },
      { kind: 'settled', ids: same },
      { kind: 'waiting', ids: earlier, waits: false },
      { kind: 'waiting', ids: [last], waits: false },
    ],
    async () => {
      const taught = await teachAnswer(
        { ...moderating, askerAccess: anybody },
        { ...who, askedId: id, factId },
      );
      for (const asked of taught.waiting) await endWaiting(moderating, asked);
    },
  );
}

async function record(differing: Pick<NewQuestionRecord, 'question' | 'outcome'>): Promise<string> {
  ids++;
  const id = newId();
  const where = {
    guildId: GUILD,
    channelId: 'general',
    askerId: 'mia',
    isAskedPrivately: false,
    isAnsweredPrivately: false,
    isInHiddenChannel: false,
  };
  const asked = { understoodAs: null, confidence: 0.5, factId: null, ...where, ...differing };
  await acknowledged([{ kind: 'asked', id }], () => store.asked.record(asked));
  return id;
}
