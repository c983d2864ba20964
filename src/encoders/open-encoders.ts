import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StepGate } from '../threads/step-gate.ts';
import type { Encoders } from './encoders.ts';
import { disableEngineTelemetry } from './engine-telemetry.ts';
import { OnnxEncoders } from './onnx-encoders.ts';
import { VectorFile } from './vector-file.ts';
import { WordPieceTokenizer, WordTable } from './word-pieces.ts';

/** The files of the encoders. */
const FILES = {
  pieces: 'pieces.json',
  table: 'pieces.bin',
  finder: 'finder.onnx',
  reader: 'reader.onnx',
} as const;

export interface EncodersOptions {
  /** The folder of the models' files. */
  readonly folder: string;
  /** How many threads one step may take. */
  readonly threads: number;
  /** The file that stores the vectors of facts; null to forget them when the process ends. */
  readonly vectors: string | null;
}

/** Increased whenever facts are embedded with another context, so that no older vector is used. */
const CONTEXT_VERSION = 1;
const READ_BYTES = 1 << 20;

/**
 * Opens the encoders from the files in a folder.
 *
 * @param gate the gate of their native steps, where another thread may end this one
 * @throws {Error} if a file is missing or damaged, or the engine has no binary for this platform
 */
export async function openEncoders(
  { folder, threads, vectors }: EncodersOptions,
  gate = new StepGate(),
): Promise<Encoders> {
  disableEngineTelemetry();
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  const [pieces, table] = [await read(FILES.pieces), await read(FILES.table)];
  const finder = join(folder, FILES.finder);
  return OnnxEncoders.open({
    pieces: new WordPieceTokenizer(JSON.parse(pieces.toString('utf8'))),
    table: new WordTable(table),
    known: await VectorFile.open(vectors, await computeVectorMark(finder)),
    finder,
    reader: join(folder, FILES.reader),
    threads,
    gate,
  });
}

/** Computes the mark of this finder's vectors, from the content of its file. Reads it through one small buffer, to hold no copy of it. */
async function computeVectorMark(finder: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(READ_BYTES);
  const file = await open(finder);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer);
      if (bytesRead === 0) return `${hash.digest('hex')} ${CONTEXT_VERSION}`;
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
