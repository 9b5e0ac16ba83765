import { buildGauge, buildModule } from './build.js';

/** Builds what pages of end-to-end tests embed, once before all of them: the files find it in `build/tests`. */
export async function setup(): Promise<void> {
  await Promise.all([buildGauge(), buildModule()]);
}
