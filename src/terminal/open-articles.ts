import { createRandomId } from '../kit/random-id.ts';
import { openKnowledge } from '../requests/starting/open-knowledge.ts';
import type { KnowledgeService } from '../serving/knowledge-service.ts';
import {
  checkKnowledgeSettings,
  requireEncoderSettings,
  requireUsable,
  resolveFromCaller,
} from '../settings/settings.ts';
import type { CommandSyntax } from './command-arguments.ts';
import type { CommandHost } from './terminal.ts';

/**
 * Opens the articles of a folder for one command of the terminal.
 *
 * @param folder relative to where the caller stands, or null for the folder that the settings name
 * @throws {UserFacingError} `unusable-settings`, `no-readable-article`
 */
export async function openArticles(
  folder: string | null,
  { name }: Pick<CommandSyntax, 'name'>,
  { env, models }: Pick<CommandHost, 'env' | 'models'>,
): Promise<KnowledgeService> {
  const { knowledge } = await openKnowledge({
    folder:
      folder === null
        ? (await requireUsable(checkKnowledgeSettings(env), env)).knowledgeDir
        : resolveFromCaller(env, name, folder),
    models,
    encoders: requireEncoderSettings(env),
    // The answers themselves say so.
    onWordsAlone: () => {},
    now: () => new Date(),
    newId: createRandomId,
    overlays: null,
    phrasings: null,
    onStoreError: () => {},
    // The error tells the asker.
    onOverrun: () => {},
    onSetAside: () => {},
  });
  return knowledge;
}
