import type { Engine, Metrics, Progress, Release } from '@zj/metrics';

/** The exports of `zj-metrics.js` that start an engine. */
export interface EngineSdk {
  readonly createMetrics: (options: { readonly engine: Engine }) => Metrics;
  readonly wasmEngine: (options: { readonly baseUrl: string }) => Engine;
}

/** Where an engine comes from: sources that name the same files share it. */
export interface EnginePlace {
  /** Its name. */
  readonly at: string;
  readonly sdk: EngineSdk;
  /** The folder of its files. */
  readonly engine: string;
}

/** A release in an engine that others may share. */
export interface Shared {
  readonly release: Release;
  /** Closes the release; the last one to leave stops the engine. */
  readonly leave: () => Promise<void>;
}

/** By the names of their places: the engines of the page, each with the number of its users. */
const engines = new Map<string, { readonly metrics: Metrics; users: number }>();
let names = 0;

/** Opens a release in the page's engine of a place, which starts where it has not. Rejects as `Metrics.attach`. */
export async function shareEngine(
  { at, sdk, engine }: EnginePlace,
  manifest: string,
  onProgress: (progress: Progress) => void,
): Promise<Shared> {
  const known = engines.get(at);
  const share = known ?? {
    metrics: sdk.createMetrics({ engine: sdk.wasmEngine({ baseUrl: engine }) }),
    users: 0,
  };
  engines.set(at, share);
  share.users++;
  const { metrics } = share;
  const name = `source_${++names}`;
  const leave = async (): Promise<void> => {
    share.users--;
    if (share.users > 0) return metrics.attached.includes(name) ? metrics.detach(name) : undefined;
    engines.delete(at);
    await metrics.close();
  };
  try {
    await metrics.attach(name, manifest, { onProgress });
    return { release: metrics.release(name), leave };
  } catch (error) {
    await leave();
    throw error;
  }
}
