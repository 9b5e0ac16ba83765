import type { Manifest } from '@zj/metrics';
import { isLike, orAbsent, type Sample } from '../element/like.js';
import type { Form } from '../element/release.js';

/** A file of the release, which lies in the folder of the manifest: its path leads nowhere else, nor to another site. */
const file: Sample = {
  path: (data) => typeof data === 'string' && /^[A-Za-z0-9][\w.-]*(\/[A-Za-z0-9][\w.-]*)*$/.test(data),
  sha256: (data) => typeof data === 'string' && /^[0-9a-f]{64}$/.test(data),
};

/** The parts of a manifest that a source reads itself; an engine checks all of it. */
const manifest: Sample = {
  version: (data) => data === 1,
  plan: { id: '', goals: [{ id: '' }] },
  metrics: [{ id: '', measure: {} }],
  files: {
    verdicts: file,
    database: file,
    ladder: orAbsent(file),
    tasks: orAbsent(file),
    series: orAbsent({
      goals: [(data) => isLike(data, file) && isLike(data, { goal: '' })],
      metrics: [(data) => isLike(data, file) && isLike(data, { metric: '', grain: '', by: orAbsent('') })],
    }),
  },
  datasets: [{ contract: { id: '', columns: [{ name: '' }] } }],
};

/** The form of manifest.json. */
export const manifestForm: Form<Manifest> = {
  name: 'manifest',
  take: (json) => (isLike(json, manifest) ? (json as Manifest) : undefined),
};
