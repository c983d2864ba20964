import { KeyedLock } from '../../src/kit/serial-work.ts';
import { addArticle, type OfferedFile } from '../../src/requests/articles/add-article.ts';
import type { ModerationDeps } from '../../src/requests/kit/moderation-deps.ts';
import type { Requester } from '../../src/requests/kit/requester.ts';
import { UploadParser } from '../../src/serving/lanes/upload-parser.ts';
import { sameThreads } from '../serving/same-threads.ts';
import { servingScene } from '../serving/serving-scene.ts';
import { moderator } from './requesters.ts';

export const NOW = Date.UTC(2026, 10, 28, 12);
const HERE = 'guild';
/** Somebody who manages the server, which is more than to moderate it. */
const manager: Requester = { memberId: 'ada', isModerator: true, managesServer: true };
export const here = { requester: moderator, guildId: HERE };
export const asManager = { requester: manager, guildId: HERE };

const now = (): Date => new Date(NOW);

/** Reads files that people upload in the tests' own thread. */
export const uploads = new UploadParser(sameThreads(now));

const onStoreError = (error: Error): never => {
  throw error;
};

/** An article of exactly so many bytes, another one for every `seed`. */
export function articleOf(bytes: number, seed: string): string {
  const beginning = `${seed}\n\nThe tower of ${seed} is old. `;
  return `${beginning}${'a'.repeat(bytes - beginning.length - 2)}.\n`;
}

/** Hardly any bytes, and what introduces the list is read once more for each of its items. */
export function costlyArticle(title: string, items: number): string {
  return `---\ntitle: ${title}\n---\n\n${'word '.repeat(190)}:\n\n${'- tea\n'.repeat(items)}`;
}

/** A file as Discord offers it. */
export function fileOf(name: string, text: string): OfferedFile {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, download: () => Promise.resolve(bytes) };
}

/** A server without articles of its own, and what it takes to change that. */
export async function moderatingScene(differing: Partial<ModerationDeps> = {}) {
  const files = { 'a.txt': 'A\n\nThe tower has 300 steps.\n' };
  const { store, service: knowledge } = await servingScene(files, { now });
  const moderating = {
    store,
    knowledge,
    uploads,
    now: () => NOW,
    locks: new KeyedLock(),
    onStoreError,
    ...differing,
  };
  return {
    ...moderating,
    add: (name: string, text: string, differingPlace: Partial<typeof here> = {}) =>
      addArticle(moderating, { ...here, ...differingPlace, file: fileOf(name, text) }),
    /** Without a request: as it may have been before. */
    keep: (articles: Readonly<Record<string, string | null>>, guildId = HERE) =>
      store.serverValues.change(
        guildId,
        'theo',
        Object.entries(articles).map(([name, value]) => ({ kind: 'article', name, value })),
      ),
    own: async (): Promise<Readonly<Record<string, string>>> =>
      Object.fromEntries(
        (await store.serverValues.list(HERE, 'article')).map(({ name, value }) => [name, value]),
      ),
  };
}
