import { createRandomId } from '../kit/ids.ts';
import { type EncoderSettings, openKnowledge } from '../requests/starting/open-knowledge.ts';
import type { KnowledgeService } from '../serving/knowledge-service.ts';
import {
  checkAskSettings,
  checkKnowledgeSettings,
  requireEncoderSettings,
  requireUsable,
  resolveFromCaller,
} from '../settings/settings.ts';
import type { Environment } from '../settings/values.ts';
import type { CommandSyntax } from './command-arguments.ts';
import type { CommandHost } from './terminal.ts';

const WITHOUT_ENCODERS: EncoderSettings = { isOn: false, vectors: null };

interface OpenedArticles {
  readonly knowledge: KnowledgeService;
  /** The folder that they were read from. */
  readonly folder: string;
  /** Whether encoders find and judge, if they can run here. */
  readonly areEncodersOn: boolean;
}

interface OpeningCommand extends Pick<CommandSyntax, 'name'> {
  readonly answers: boolean;
  /** Called when the encoders cannot run on this machine. Left out where the answers themselves say so. */
  readonly onWordsAlone?: () => void;
}

/**
 * Opens the articles of a folder for one command of the terminal. Starts the encoders only for a command that answers.
 *
 * @param folder relative to where the caller stands, or null for the folder that the settings name
 * @throws {UserFacingError} `unusable-settings`, `no-readable-article`
 */
export async function openArticles(
  folder: string | null,
  { name, answers, onWordsAlone = () => {} }: OpeningCommand,
  { env, models }: Pick<CommandHost, 'env' | 'models'>,
): Promise<OpenedArticles> {
  const settings =
    folder === null
      ? await readFolderSettings(answers, env)
      : {
          folder: resolveFromCaller(env, name, folder),
          encoders: answers ? requireEncoderSettings(env) : WITHOUT_ENCODERS,
        };
  const { knowledge } = await openKnowledge({
    ...settings,
    models,
    onWordsAlone,
    now: () => new Date(),
    newId: createRandomId,
    overlays: null,
    phrasings: null,
    onStoreError: () => {},
    // The error tells the asker.
    onOverrun: () => {},
    onSetAside: () => {},
  });
  return { knowledge, folder: settings.folder, areEncodersOn: settings.encoders.isOn };
}

/** Reads the folder that the settings name, and the settings of the encoders for a command that answers. */
async function readFolderSettings(
  answers: boolean,
  env: Environment,
): Promise<{ readonly folder: string; readonly encoders: EncoderSettings }> {
  if (!answers) {
    const { knowledgeDir } = await requireUsable(checkKnowledgeSettings(env), env);
    return { folder: knowledgeDir, encoders: WITHOUT_ENCODERS };
  }
  const { knowledgeDir, encoders } = await requireUsable(checkAskSettings(env), env);
  return { folder: knowledgeDir, encoders };
}
