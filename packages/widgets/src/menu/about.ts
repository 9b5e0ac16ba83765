import type { ConflictingFigure, Manifest, PublishedDataset, PublishedVerdict, Text } from '@zj/metrics';
import { aDay, aText, isLike, orAbsent } from '../element/like.js';

/** The facts in the data behind an element that its menu tells; those that are damaged are left out. */
export interface About {
  /** The verdict of a gauge or of the series of a goal, or those of a board. */
  readonly verdicts: readonly PublishedVerdict[];
  /** The statements that give the figures, each with a name where there are several. */
  readonly sql: readonly { readonly name: Text | undefined; readonly text: string }[];
  /** Of a metric: the sentence that says what it measures. */
  readonly description: Text | undefined;
  readonly quote: Text | undefined;
  readonly document: CitedDocument | undefined;
  readonly source: Text | undefined;
  /** The id of the goal; empty where it is no goal, or several. */
  readonly goal: string;
  readonly gaps: readonly Text[];
  readonly datasets: readonly Text[];
}

/** A document as data cite it. */
export interface CitedDocument {
  readonly title: Text;
  readonly number?: string;
  readonly url?: string;
}

const verdictLike = { goal: '', name: aText, unit: aText, clause: {} };

/** Reads the data of an element: a verdict, verdicts.json, a series, an answer, rows, a ladder or tasks; and the manifest around. */
export function aboutOf(data: object | null | undefined, manifest: Manifest | null | undefined): About {
  const given = (data ?? {}) as Partial<Record<string, unknown>>;
  const list = Array.isArray(given.verdicts) ? given.verdicts : [given.verdict ?? given];
  const verdicts = list.filter((one): one is PublishedVerdict => isLike(one, verdictLike));
  const [first] = verdicts;
  const one = verdicts.length === 1 && !Array.isArray(given.verdicts) ? first : undefined;
  const owner = one ?? given;
  const sql = sqlOf(verdicts, given.sql);
  return {
    verdicts,
    sql,
    description: textIn(given.description),
    quote: textIn(one ? one.clause.quote : given.quote),
    document: documentOf(one?.clause.document) ?? documentOf(given.plan ?? manifest?.plan.document),
    source: textIn(owner.source),
    goal: one?.goal ?? '',
    gaps: gapsIn(owner.completeness),
    datasets: datasetsOf(given, sql, manifest),
  };
}

function sqlOf(verdicts: readonly PublishedVerdict[], own: unknown): About['sql'] {
  const written = (Array.isArray(own) ? own : [own]).filter(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  );
  if (verdicts.length === 0) return written.map((text) => ({ name: undefined, text }));
  return verdicts
    .filter(({ sql }) => typeof sql === 'string' && sql.trim() !== '')
    .map(({ name, sql }) => ({ name: verdicts.length > 1 ? name : undefined, text: sql }));
}

function textIn(data: unknown): Text | undefined {
  return aText(data) && Object.values(data).some((words) => String(words).trim() !== '') ? data : undefined;
}

function documentOf(data: unknown): CitedDocument | undefined {
  return isLike(data, { title: aText, number: orAbsent(''), url: orAbsent('') })
    ? (data as CitedDocument)
    : undefined;
}

function gapsIn(data: unknown): readonly Text[] {
  return (Array.isArray(data) ? (data as unknown[]) : []).flatMap((gap) =>
    isLike(gap, { text: aText }) ? [(gap as { readonly text: Text }).text] : [],
  );
}

/** The names of the datasets behind figures, as the manifest has them: those that its statements read, or that the data name. */
function datasetsOf(
  { dataset }: Partial<Record<string, unknown>>,
  sql: About['sql'],
  manifest: Manifest | null | undefined,
): readonly Text[] {
  const known: unknown = manifest?.datasets;
  const names = new Set(sql.flatMap(({ text }) => text.match(/[\p{L}\p{N}_-]+/gu) ?? []));
  return (Array.isArray(known) ? (known as unknown[]) : []).flatMap((one) => {
    if (!isLike(one, { table: '', contract: { id: '', name: aText } })) return [];
    const { table, contract } = one as PublishedDataset;
    return names.has(table) || contract.id === dataset ? [contract.name] : [];
  });
}

/** The figures that others published in place of a verdict's own. */
export function conflictsOf(verdict: PublishedVerdict): readonly ConflictingFigure[] {
  const { conflicts } = verdict as { readonly conflicts?: unknown };
  return (Array.isArray(conflicts) ? (conflicts as unknown[]) : []).filter((one): one is ConflictingFigure =>
    isLike(one, { value: 0, date: aDay, source: aText }),
  );
}
