import { durationMs } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError, type Interceptor } from "@connectrpc/connect";
import { RetryInfoSchema } from "./generated/google/rpc/error_details_pb.js";

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1_000;

/**
 * Makes a call again while the service cannot be reached, says that it is unavailable, or says when to ask again. No
 * question of the contract changes anything, so each may be asked again. The deadline is that of the first attempt;
 * streams are not repeated.
 */
export function retry(retries: number): Interceptor {
  return (next) => async (request) => {
    for (let retried = 0; ; retried++) {
      try {
        return await next(request);
      } catch (error) {
        const ms = request.stream || retried === retries ? undefined : waitAfter(ConnectError.from(error), retried);
        if (ms === undefined) {
          throw error;
        }

        await wait(ms, request.signal);
      }
    }
  };
}

/**
 * How long to wait before a call is made again, in milliseconds; undefined when it is not to be. Twice as long each time,
 * less a random part of up to half, so that callers who failed together do not return together; no less than the service says.
 */
function waitAfter(error: ConnectError, retried: number): number | undefined {
  const told = error.findDetails(RetryInfoSchema)[0]?.retryDelay;
  if (told === undefined && error.code !== Code.Unavailable) {
    return undefined;
  }

  const ours = Math.min(FIRST_WAIT_MS * 2 ** retried, LONGEST_WAIT_MS) * (1 - Math.random() / 2);
  return told === undefined ? ours : Math.max(ours, durationMs(told));
}

async function wait(ms: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal.addEventListener("abort", stop, { once: true });
  });
}
