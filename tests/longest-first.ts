import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Runs files that start processes first: they take the longest, and the last one would keep a single worker busy. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inVitestOrder = super.sort.bind(this);
    const first = await inVitestOrder(files.filter(startsProcesses));
    return [...first, ...(await inVitestOrder(files.filter((file) => !startsProcesses(file))))];
  }
}

function startsProcesses({ moduleId }: TestSpecification): boolean {
  return /end-to-end|crash|command/.test(moduleId);
}
