import type { DescMessage, MessageShape } from "@bufbuild/protobuf";
import { anyUnpack } from "@bufbuild/protobuf/wkt";
import { Code, ConnectError } from "@connectrpc/connect";
import { BadRequestSchema, ErrorInfoSchema } from "./generated/google/rpc/error_details_pb.js";
import type { Status } from "./generated/google/rpc/status_pb.js";

/** Every reason that the contract names; what each means is said at the service in the protos. */
export const reasons = [
  "FIELD_INVALID",
  "LIMIT_EXCEEDED",
  "MESSAGE_INVALID",
  "MESSAGE_TOO_LARGE",
  "REQUEST_TOO_SLOW",
  "CREDENTIALS_INVALID",
  "OVERLOADED",
  "ROUTE_UNKNOWN",
  "PAGE_TOKEN_INVALID",
  "EDITION_MISMATCH",
  "CODE_NOT_FOUND",
] as const;

/** Why the service refuses. A later service may have a reason that is not among {@link reasons}. */
export type Reason = (typeof reasons)[number] | (string & {});

/** A field of a request and what is wrong with it. */
export interface FieldViolation {
  /** The path of the field in the request message, as the proto names it: "size.value". */
  readonly field: string;
  /** What is wrong with it, for a person. */
  readonly description: string;
}

/** What every failed call throws, and what an item of a batch or of a stream holds in place of an answer. */
export class CodeReferenceError extends Error {
  override readonly name = "CodeReferenceError";

  private constructor(
    /** The gRPC status: `Code.NotFound`. */
    readonly code: Code,
    message: string,
    /** Why the service refuses; undefined when it is not the service that does: a deadline, a lost connection. */
    readonly reason: Reason | undefined,
    /** What the reason is about: `have` and `want` of EDITION_MISMATCH. Mostly empty. */
    readonly metadata: Readonly<Record<string, string>>,
    /** The fields at fault; empty unless the code is `Code.InvalidArgument`. */
    readonly fieldViolations: readonly FieldViolation[],
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  /** The error of a call, from whatever it threw. */
  static from(thrown: unknown): CodeReferenceError {
    if (thrown instanceof CodeReferenceError) {
      return thrown;
    }

    const error = ConnectError.from(thrown);
    return CodeReferenceError.of(error.code, error.rawMessage, (schema) => error.findDetails(schema)[0], error);
  }

  /** The error of one item of a batch or of a stream. */
  static fromStatus(status: Status): CodeReferenceError {
    return CodeReferenceError.of(status.code, status.message, (schema) => {
      for (const detail of status.details) {
        const message = anyUnpack(detail, schema);
        if (message !== undefined) {
          return message;
        }
      }

      return undefined;
    });
  }

  private static of(
    code: Code,
    message: string,
    find: <T extends DescMessage>(schema: T) => MessageShape<T> | undefined,
    cause?: unknown,
  ): CodeReferenceError {
    const info = find(ErrorInfoSchema);
    const violations = find(BadRequestSchema)?.fieldViolations ?? [];
    return new CodeReferenceError(
      code,
      message,
      info?.reason,
      info?.metadata ?? {},
      violations.map(({ field, description }) => ({ field, description })),
      cause,
    );
  }
}
