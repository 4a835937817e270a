import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { CodeReferenceClient } from "./client.js";
import { lossIsUnavailable } from "./loss.js";
import { type ClientOptions, settingsOf } from "./options.js";

export { Code } from "@connectrpc/connect";
export * from "./contract.js";
export { CodeReferenceError, type FieldViolation, type Reason, reasons } from "./errors.js";
export type { CallOptions, ClientOptions } from "./options.js";

/** A client without streams, which browsers cannot send: ask `batchValidateModifiers` in their place. */
export type CodeReferenceWebClient = Omit<CodeReferenceClient, "streamValidateModifiers">;

/**
 * A client for browsers, over gRPC-Web. The service must allow the origin of the page, see its setting `Cors:Origins`.
 *
 * @throws TypeError when an option has a value that it cannot have.
 */
export function createCodeReferenceClient(options: ClientOptions): CodeReferenceWebClient {
  // It is by a TypeError that fetch says that it could not reach a server, or lost it.
  const settings = settingsOf(
    options,
    lossIsUnavailable((error) => error instanceof TypeError),
  );
  return new CodeReferenceClient(createGrpcWebTransport(settings), settings.deadlineMs);
}
