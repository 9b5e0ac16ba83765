import { tableName } from '../dataset/contract.js';
import { isComposite, termsOf } from '../metric/measure.js';
import type { Measure, Metric, Term } from '../metric/metric.js';
import type { Catalogue, Relation } from '../query/catalogue.js';
import type { CuboidPlan } from '../query/cuboid.js';

/** The metrics and datasets of a release whose database is attached under a name, in its own names. */
export function placeCatalogue({ metrics, datasets }: Catalogue, name: string): Catalogue {
  const place = (relation: Relation): Relation => ({
    ...relation,
    table: [name, 'main', tableName(relation.contract)],
  });
  return { metrics, datasets: datasets.map(place) };
}

/**
 * A placed catalogue in names that another release has not: `former.revenue` for the metric `revenue` of the release `former`, and
 * so for datasets. No id of a file has a full stop in it.
 */
export function qualifyCatalogue({ metrics, datasets }: Catalogue, name: string): Catalogue {
  const qualify = (id: string): string => `${name}.${id}`;
  return {
    metrics: metrics.map((metric) => qualifyMetric(metric, qualify)),
    datasets: datasets.map(({ contract, ...relation }) => {
      const { id, foreignKeys } = contract;
      const keys = foreignKeys?.map((key) => ({
        ...key,
        references: { ...key.references, dataset: qualify(key.references.dataset) },
      }));
      return { ...relation, contract: { ...contract, id: qualify(id), ...(keys && { foreignKeys: keys }) } };
    }),
  };
}

/** A release's catalogue with the cuboids over its datasets, which `all` has in qualified names. */
export function takeCuboids(catalogue: Catalogue, name: string, { cuboids = [] }: Catalogue): Catalogue {
  const start = `${name}.`;
  const own = cuboids.filter(({ dataset }) => dataset.startsWith(start));
  if (own.length === 0) return catalogue;
  return { ...catalogue, cuboids: own.map((one) => ({ ...one, dataset: one.dataset.slice(start.length) })) };
}

/** A cuboid over a dataset of a release, in qualified names. */
export function qualifyCuboid(plan: CuboidPlan, name: string): CuboidPlan {
  return { ...plan, dataset: `${name}.${plan.dataset}` };
}

function qualifyMetric({ id, dataset, measure, ...metric }: Metric, qualify: (id: string) => string): Metric {
  return {
    ...metric,
    id: qualify(id),
    ...(dataset !== undefined && { dataset: qualify(dataset) }),
    measure: isComposite(measure) ? qualifyMeasure(measure, qualify) : measure,
  };
}

function qualifyMeasure(measure: Extract<Measure, object>, qualify: (id: string) => string): Measure {
  if (!isComposite(measure)) return measure;
  const term = (one: Term): Term => (typeof one === 'string' ? qualify(one) : one);
  const { key, terms } = termsOf(measure);
  // The last two are of one metric, beside keys of their own.
  const changed = key === 'index' || key === 'movingAverage' ? term(terms[0]!) : terms.map(term);
  return { ...measure, [key]: changed };
}
