import { problem, say } from '@zj/metrics/internal';
import type { Parameter, Problem } from '@zj/metrics';
import { Refusal } from '../system.js';

/** A network that brings fewer bytes a second than these, for as long as it may, counts as stopped. */
const slowest = 1_000;

/** The bounds of a download, and where its bytes go. */
export interface DownloadOptions {
  /** Seconds that may pass with fewer than a thousand bytes a second. */
  readonly seconds: number;
  /** The most bytes that are read; one more ends the download. */
  readonly most: number;
  /** Called with each piece, in order. */
  readonly take: (piece: Uint8Array) => unknown;
}

/** How a download ended. */
export interface Downloaded {
  /** The address that answered, after any redirects. */
  readonly url: string;
  /** Whether all of it was read: it has no more bytes than it may. */
  readonly whole: boolean;
}

/**
 * Reads the answer of an http or https address, within bounds of time and of bytes. Throws a {@link Refusal} that names the address
 * and the fault of the network or of the server.
 */
export async function download(address: URL, { seconds, most, take }: DownloadOptions): Promise<Downloaded> {
  const controller = new AbortController();
  let [loaded, before] = [0, 0];
  const watch = setInterval(() => {
    if (loaded - before < slowest * seconds) controller.abort(new Slow());
    before = loaded;
  }, seconds * 1000);
  try {
    const { ok, status, body, url } = await fetch(address, { signal: controller.signal });
    if (!ok) {
      await body?.cancel();
      throw new Refusal(refusedBy(address, status));
    }
    for await (const piece of (body ?? []) as AsyncIterable<Uint8Array>) {
      loaded += piece.length;
      // Leaving the loop closes the connection.
      if (loaded > most) return { url, whole: false };
      await take(piece);
    }
    return { url, whole: true };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const reason = controller.signal.aborted ? slowness(seconds, loaded) : reasonOf(error);
    throw new Refusal(
      problem({
        code: 'unreadable-file',
        where: address.href,
        message: say`It cannot be read: ${reason}.`,
        remedy: say`Check the address and the network, and try again.`,
      }),
    );
  } finally {
    clearInterval(watch);
  }
}

/** The network is too slow. */
class Slow extends Error {}

function slowness(seconds: number, loaded: number): Parameter {
  return loaded === 0
    ? say`no answer within ${seconds} seconds`
    : say`the server stopped sending, or sends less than 1 kB a second, for ${seconds} seconds`;
}

function refusedBy(address: URL, status: number): Problem {
  const remedy =
    status >= 500
      ? say`Try again later, or ask the administrator of the server.`
      : say`Check the address, and that all files of the release are on the server.`;
  const message = say`The server answers with HTTP ${status}.`;
  return problem({ code: 'unreadable-file', where: address.href, message, remedy });
}

const faults: Readonly<Record<string, Parameter>> = {
  ENOTFOUND: say`there is no server of this name`,
  EAI_AGAIN: say`there is no network, or no server of this name`,
  ECONNREFUSED: say`no server answers there`,
  ENETUNREACH: say`there is no network`,
  EHOSTUNREACH: say`the server cannot be reached`,
  ETIMEDOUT: say`the server cannot be reached`,
  UND_ERR_CONNECT_TIMEOUT: say`the server cannot be reached`,
  ECONNRESET: say`the connection was cut`,
  EPIPE: say`the connection was cut`,
  UND_ERR_SOCKET: say`the connection was cut`,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: say`the connection was cut`,
};

/** The fault of a connection, as far as the system tells. */
function reasonOf(error: unknown): Parameter {
  const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException & AggregateError };
  // A name with several addresses fails with an error for each.
  const { code, message: told = message } = (cause?.errors?.[0] as NodeJS.ErrnoException) ?? cause ?? {};
  const known = faults[code ?? ''];
  return known ?? (code ? `${code} ${told}` : told).replace(/\.$/, '');
}
