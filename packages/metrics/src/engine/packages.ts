import { MetricsError } from '../base/error.js';
import { say } from '../base/sentence.js';

/** The optional packages, which a user installs beside this one, and their versions. */
export const optionalPackages = {
  '@duckdb/duckdb-wasm': '1.32.0',
  '@duckdb/node-api': '1.4.4-r.3',
  'apache-arrow': '17.0.0',
} as const;

/** Loads a module that rests on an optional package. Throws `ENGINE_PACKAGE` where that is not installed. */
export async function loadWith<T>(name: keyof typeof optionalPackages, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if (!isMissing(name, cause)) throw cause;
    const message = say`The package ${name} is not installed. Run: npm install ${name}@${optionalPackages[name]}`;
    throw new MetricsError('ENGINE_PACKAGE', message, { cause });
  }
}

/** Whether a module was not found by its name: Node says so by a code, Vite in the place of an optional package by a text. */
function isMissing(name: string, cause: unknown): boolean {
  const { code, message } = cause as { readonly code?: unknown; readonly message?: unknown };
  const quoted = typeof message === 'string' && new RegExp(`['"]${name}['"]`).test(message);
  return quoted && (code === 'ERR_MODULE_NOT_FOUND' || code === undefined);
}
