import type { Interceptor } from "@connectrpc/connect";
import { retry } from "./retry.js";

/** How a client reaches the service. */
export interface ClientOptions {
  /** The address of the service, without a path: "http://127.0.0.1:5081" for gRPC, port 5080 for gRPC-Web. */
  readonly address: string;
  /** The key that the service knows the caller by, visible ASCII, sent as `x-api-key`; none when left out. */
  readonly apiKey?: string;
  /**
   * The longest that an answer may take, retries included, in milliseconds; 10,000 when left out. A stream may take
   * longer: it is the wait for each of its answers that may not.
   */
  readonly deadlineMs?: number;
  /** How often a call is made again while the service is unavailable or overloaded; 4 when left out, 0 for never. */
  readonly retries?: number;
}

/** How one call differs from the others of its client. */
export interface CallOptions {
  /** The longest that the answer may take, or each answer of a stream, in milliseconds; that of the client when left out. */
  readonly deadlineMs?: number;
  /** Cancels the call, which then throws with `Code.Canceled`. */
  readonly signal?: AbortSignal;
}

/** Options with nothing left out. */
export interface Settings {
  readonly baseUrl: string;
  readonly deadlineMs: number;
  readonly interceptors: Interceptor[];
}

/**
 * Checks options and fills in what they leave out.
 *
 * @param loss Names what a transport throws when it loses its connection, see `lossIsUnavailable`.
 * @throws TypeError when one of them has a value that it cannot have.
 */
export function settingsOf({ address, apiKey, deadlineMs = 10_000, retries = 4 }: ClientOptions, loss: Interceptor): Settings {
  if (!Number.isSafeInteger(retries) || retries < 0) {
    throw new TypeError(`retries is ${retries}; expected a whole number from 0`);
  }

  const key = apiKey === undefined ? [] : [withHeader("x-api-key", checkKey(apiKey))];
  return { baseUrl: originOf(address), deadlineMs: checkDeadline(deadlineMs), interceptors: [...key, retry(retries), loss] };
}

/**
 * Checks a deadline.
 *
 * @throws TypeError when it is no time that a timer can wait for.
 */
export function checkDeadline(deadlineMs: number): number {
  if (!(deadlineMs > 0 && deadlineMs < 2 ** 31)) {
    throw new TypeError(`deadlineMs is ${deadlineMs}; expected milliseconds, above 0 and below 2^31`);
  }

  return deadlineMs;
}

function checkKey(apiKey: string): string {
  if (!/^[!-~]+$/.test(apiKey)) {
    throw new TypeError("apiKey is empty or has a character that is not of visible ASCII");
  }

  return apiKey;
}

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new TypeError(`address is "${address}"; expected one such as http://127.0.0.1:5081, without a path`);
  }

  return url.origin;
}

function withHeader(name: string, value: string): Interceptor {
  return (next) => (request) => {
    request.header.set(name, value);
    return next(request);
  };
}
