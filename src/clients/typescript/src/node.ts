import { Code, ConnectError } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { CodeReferenceClient } from "./client.js";
import { lossIsUnavailable } from "./loss.js";
import { type ClientOptions, settingsOf } from "./options.js";

export { Code } from "@connectrpc/connect";
export { CodeReferenceClient } from "./client.js";
export * from "./contract.js";
export { CodeReferenceError, type FieldViolation, type Reason, reasons } from "./errors.js";
export type { CallOptions, ClientOptions } from "./options.js";

/**
 * A client for Node.js, over gRPC. Make one and share it: it keeps one HTTP/2 connection, opened by the first call, which
 * does not keep the process alive.
 *
 * @throws TypeError when an option has a value that it cannot have.
 */
export function createCodeReferenceClient(options: ClientOptions): CodeReferenceClient {
  const settings = settingsOf(options, lossIsUnavailable(isLoss));
  // A connection that died without a word is noticed, and replaced, within 40 seconds of a call.
  const transport = createGrpcTransport({ ...settings, pingIntervalMs: 30_000, pingTimeoutMs: 10_000 });
  return new CodeReferenceClient(transport, settings.deadlineMs);
}

/** Whether a connection ended, or its server ended a call on it, without the status that the service gives to each. */
function isLoss(error: unknown): boolean {
  if (!(error instanceof ConnectError) || error.metadata.has("grpc-status")) {
    return false;
  }

  const byNode = error.cause instanceof Error && "code" in error.cause;
  return error.code === Code.Aborted || error.code === Code.Canceled || (error.code === Code.Internal && byNode);
}
