import { BaseSequencer } from 'vitest/node';

/** Projects by how long their files take: browsers are waited for, and unit tests fill what is left at the end. */
const order = ['e2e', 'browser', 'unit'];

/** Begins with the files that take longest, so that none of them is left alone at the end. */
export class LongestFirst extends BaseSequencer {
  async sort(files) {
    const sorted = await super.sort(files);
    const rank = ({ project }) => order.indexOf(project.name);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
