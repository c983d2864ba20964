import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openModels } from '../../src/requests/open-models.ts';

const FILES = ['word-vectors.bin', 'reader.bin', 'ranking.bin'];

describe('the learned data', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'footnote-models-'));
    for (const file of FILES) await copyFile(join('models', file), join(folder, file));
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('is read from a whole folder', async () => {
    await expect(openModels(folder)).resolves.toHaveProperty('vectors');
  });

  it.each(FILES)('is refused without %s, with the folder and what to do', async (file) => {
    await rm(join(folder, file));
    await expect(openModels(folder)).rejects.toMatchObject({
      code: 'unusable-models',
      message: expect.stringMatching(new RegExp(`${file}[^]*git checkout`)),
    });
  });

  it.each(FILES)('is refused when one byte of %s has changed', async (file) => {
    const bytes = await readFile(join(folder, file));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await writeFile(join(folder, file), bytes);
    await expect(openModels(folder)).rejects.toMatchObject({
      code: 'unusable-models',
      message: expect.stringContaining(`${file} is damaged`),
    });
  });

  it('is refused when two files were swapped', async () => {
    await copyFile(join(folder, 'ranking.bin'), join(folder, 'reader.bin'));
    await expect(openModels(folder)).rejects.toMatchObject({ code: 'unusable-models' });
  });
});
