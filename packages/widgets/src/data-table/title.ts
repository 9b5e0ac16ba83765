import { textOf, type ChartInput } from '../chart/find-chart.js';
import type { ChartData } from '../chart/finding.js';
import type { SourceGift } from '../element/source.js';
import type { Text } from '@zj/metrics';

/** The input of a table whose name is sought. */
export type Named = Pick<ChartInput, 'query'> & { readonly datasetId?: unknown };

/** The names of the data that a table shows: of a goal, of a dataset, or of the metrics of a query; none where nobody knows them. */
export function namesOf(
  { query, datasetId }: Named,
  data: ChartData | undefined,
  around: SourceGift | undefined,
): readonly Text[] {
  if (data && 'verdict' in data) return [data.verdict.name];
  if (data && 'name' in data) return [data.name];
  const known = around?.known?.();
  const id = textOf(datasetId);
  if (id && !data)
    return known?.datasets.flatMap(({ contract }) => (contract.id === id ? [contract.name] : [])) ?? [];
  const asked = data?.query ?? readQuery(query);
  const metrics = asked?.metrics ?? (asked?.metric === undefined ? [] : [asked.metric]);
  return metrics.flatMap((metric) => {
    const own = known?.metrics.find((one) => one.id === metric)?.name;
    const name = own ?? data?.columns.find((column) => column.metric === metric)?.label;
    return name ? [name] : [];
  });
}

/** The metrics of a query; of one that is none nobody asks the name. */
function readQuery(
  query: Named['query'],
): { readonly metric?: string; readonly metrics?: readonly string[] } | undefined {
  try {
    const read: unknown = typeof query === 'string' ? JSON.parse(query) : query;
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}
