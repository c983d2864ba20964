import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Encoders } from './encoders.ts';
import { VectorFile } from './vector-file.ts';
import { WordPieces } from './word-pieces.ts';
import { WordTable } from './word-table.ts';

/** The files of the encoders. */
const FILES = {
  pieces: 'pieces.json',
  table: 'pieces.bin',
  finder: 'finder.onnx',
  reader: 'reader.onnx',
} as const;

export interface EncodersOptions {
  /** Of the models' files. */
  readonly folder: string;
  /** How many threads one step may take. */
  readonly threads: number;
  /** The file in which the vectors of facts are kept; null to forget them when the process ends. */
  readonly vectors: string | null;
}

/** What tells the vectors of this finder from those of another; another one needs another mark. */
const FINDER = 'multilingual-e5-small trained for 717 steps, 78,228 pieces, 8 bits by 128, context 1';

/**
 * Opens the encoders whose files lie in a folder.
 *
 * @throws {Error} where a file is missing or damaged, or the engine has no binary for this platform
 */
export async function openEncoders({ folder, threads, vectors }: EncodersOptions): Promise<Encoders> {
  // Loaded here, so that where there is no binary everything else still runs.
  const { OnnxEncoders } = await import('./onnx-encoders.ts');
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  const [pieces, table] = [await read(FILES.pieces), await read(FILES.table)];
  return OnnxEncoders.open({
    pieces: new WordPieces(JSON.parse(pieces.toString('utf8'))),
    table: new WordTable(table),
    known: await VectorFile.open(vectors, FINDER),
    finder: join(folder, FILES.finder),
    reader: join(folder, FILES.reader),
    threads,
  });
}
