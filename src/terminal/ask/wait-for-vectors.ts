import type { VectorProgress } from '../../serving/base/thread-state.ts';
import type { KnowledgeService } from '../../serving/knowledge-service.ts';
import { terminalTexts } from '../../wording/kit/english.ts';
import { createProgressLine } from '../progress.ts';
import type { CommandHost } from '../terminal.ts';

/** A shorter wait needs no explanation. */
const SILENT_MS = 2_000;
/** How long a fact takes on one quiet core, where nothing is measured yet. */
const USUAL_MS_PER_FACT = 15;
const MAX_SHOWN_SECONDS = 99;

interface ProgressAt extends VectorProgress {
  readonly atMs: number;
}

/**
 * Waits until all facts have vectors, or cannot have any: who asks a single question prefers the best answer to the fastest. Says so on
 * standard error if it takes long: in a terminal with a line that is cleared at the end, otherwise once.
 */
export async function waitForVectors(
  knowledge: Pick<KnowledgeService, 'current' | 'followVectors'>,
  { progress, nowMs }: Pick<CommandHost, 'progress' | 'nowMs'>,
): Promise<void> {
  const texts = terminalTexts.reading;
  const facts = terminalTexts.facts({ count: knowledge.current.factCount });
  const startMs = nowMs();
  const line = createProgressLine(progress);
  let first: ProgressAt | null = null;
  let isShown = false;
  for await (const found of knowledge.followVectors()) {
    const now = { ...found, atMs: nowMs() };
    first ??= now;
    if (now.atMs - startMs < SILENT_MS) continue;
    const time = renderTime(estimateLeftMs(first, now));
    if (progress.isTTY === true) line.show(texts.progress({ facts, done: now.doneCount, time }));
    else if (!isShown) progress.write(`${texts.start({ facts, time })}\n`);
    isShown = true;
  }
  if (isShown) line.end();
}

/** Stored vectors come at once, so only what was added since the first look tells the pace. */
function estimateLeftMs(first: ProgressAt, { doneCount, factCount, atMs }: ProgressAt): number {
  const added = doneCount - first.doneCount;
  const msPerFact = added === 0 ? USUAL_MS_PER_FACT : (atMs - first.atMs) / added;
  return (factCount - doneCount) * msPerFact;
}

function renderTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  const { minutes, seconds: inSeconds } = terminalTexts.reading;
  return seconds > MAX_SHOWN_SECONDS
    ? minutes({ count: Math.ceil(seconds / 60) })
    : inSeconds({ count: seconds });
}
