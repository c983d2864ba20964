import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start processes take the longest; at the end of a run one of them would keep a single worker busy. */
const STARTS_PROCESSES = /end-to-end|crash|command/;

/** Runs files that start processes first, otherwise in vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const startsProcesses = ({ moduleId }: TestSpecification): boolean => STARTS_PROCESSES.test(moduleId);
    return [...sorted.filter(startsProcesses), ...sorted.filter((file) => !startsProcesses(file))];
  }
}
