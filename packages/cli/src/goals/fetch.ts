import { problem, say } from '@zj/metrics/internal';
import type { Parameter, Problem } from '@zj/metrics';

/** Milliseconds until a request that does not end counts as failed. */
const deadline = 20_000;
/** Bytes: the verdicts of a hundred goals are about one megabyte. */
const most = 64_000_000;

const addressRemedy = say`Check the address: it must be that of a release’s verdicts.json, or of its folder.`;

/**
 * The text at an http or https address, or why there is none. It has to arrive within 20 seconds.
 *
 * @example
 * const { text, problem } = await fetchText(new URL('https://park.example/release/verdicts.json'));
 */
export async function fetchText(
  address: URL,
): Promise<
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: Problem }
> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(deadline) });
    if (!response.ok) {
      await response.body?.cancel();
      const message = say`The server answers with HTTP ${response.status}.`;
      return {
        problem: problem({ code: 'unreadable-file', where: address.href, message, remedy: addressRemedy }),
      };
    }
    const bytes = await readBody(response);
    if (bytes) return { text: new TextDecoder().decode(bytes) };
    const message = say`This is larger than ${most / 1e6} MB, so it is not a file of verdicts.`;
    return {
      problem: problem({ code: 'too-large-file', where: address.href, message, remedy: addressRemedy }),
    };
  } catch (error) {
    const message = say`It cannot be read: ${reasonOf(error)}.`;
    const remedy = say`Check the address and the network, or name the folder on this machine.`;
    return { problem: problem({ code: 'unreadable-file', where: address.href, message, remedy }) };
  }
}

/** All bytes of an answer; undefined where they are too many. */
async function readBody({ body }: Response): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown): Parameter {
  const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  if (name === 'TimeoutError') return say`no answer within ${deadline / 1000} seconds`;
  return (cause?.code ?? cause?.message ?? message).replace(/\.$/, '');
}
