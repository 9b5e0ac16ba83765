import type { failed } from './failed.js';

/** The file beside the element, which is loaded when it is wanted. Rejects with a failure. */
export async function loadTools(): Promise<typeof import('./tools.js')> {
  try {
    return await import('./tools.js');
  } catch (cause) {
    const failure = {
      code: 'PART' as const,
      message: (face: Parameters<ReturnType<typeof failed>['failure']['message']>[0]) =>
        face.unreachable('tools.js', face.noConnection),
    };
    throw Object.assign(new Error(failure.code, { cause }), { failure });
  }
}

/** Who prints rows as CSV in the words of their page. */
export async function printWords(): Promise<(typeof import('./tools.js'))['printWordRows']> {
  return (await loadTools()).printWordRows;
}
