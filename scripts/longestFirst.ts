import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, in that order: begun last, one of them would run while the other worker has nothing left. */
const longest = [
  'e2e/reference/agree',
  'e2e/dashboard/accessibility',
  'e2e/browser/delivery',
  'e2e/browser/chaos',
  'packages/server/src/attribution/invariants',
  'packages/server/src/attribution/pasts',
  'e2e/dashboard/reports',
  'e2e/cluster/twoCollectors',
  'packages/server/src/server',
  'e2e/kill/kill',
  'e2e/cluster/killedCollector',
];

/** The long files, then what needs a process of its own, then the rest: the shortest fill the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const known = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
      return known >= 0 ? known : longest.length + (project.config.isolate ? 0 : 1);
    };
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => place(a) - place(b));
  }
}
