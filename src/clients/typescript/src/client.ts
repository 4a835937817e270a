import type { MessageInitShape } from "@bufbuild/protobuf";
import { type CallOptions as RpcOptions, type Client, createClient, type Transport } from "@connectrpc/connect";
import { answersTo } from "./answers.js";
import {
  type Advisory,
  type BatchLookupCodesRequestSchema,
  type BatchLookupCodesResponse,
  type BatchValidateModifiersRequestSchema,
  type BatchValidateModifiersResponse,
  CodeReferenceService,
  type GetEditionResponse,
  type GetPublicationRequestSchema,
  type GetPublicationResponse,
  type ListDiagnosticsRequestSchema,
  type ListPublicationsRequestSchema,
  type LookupCodeRequestSchema,
  type LookupCodeResponse,
  type PublicationSummary,
  type SearchCodesRequestSchema,
  type SearchCodesResponse,
  type SelectCodeRequestSchema,
  type SelectCodeResponse,
  type StreamValidateModifiersRequestSchema,
  type StreamValidateModifiersResponse,
  type ValidateModifiersRequestSchema,
  type ValidateModifiersResponse,
} from "./contract.js";
import { CodeReferenceError } from "./errors.js";
import { type CallOptions, checkDeadline } from "./options.js";

/**
 * Asks a CodeReference service.
 *
 * A request is a plain object of which only what is known needs to be given; an answer is a message of the contract,
 * whose fields are documented where they are declared. Every method fails with a {@link CodeReferenceError} alone.
 */
export class CodeReferenceClient {
  /** The calls as Connect makes them, for what this class leaves out: headers, single pages. They have no default deadline, and throw a ConnectError. */
  readonly rpc: Client<typeof CodeReferenceService>;

  readonly #deadlineMs: number;

  /** A client over a transport of one's own; `createCodeReferenceClient` makes the usual ones. */
  constructor(transport: Transport, deadlineMs: number) {
    this.rpc = createClient(CodeReferenceService, transport);
    this.#deadlineMs = checkDeadline(deadlineMs);
  }

  /** Describes the edition that is served. */
  getEdition(options?: CallOptions): Promise<GetEditionResponse> {
    return this.#ask(this.rpc.getEdition, {}, options);
  }

  /**
   * Gives the publications of the book in ascending order of procedure code. A page is fetched when one reads past the
   * page before it; a page token in the request says where to begin.
   */
  listPublications(
    request: MessageInitShape<typeof ListPublicationsRequestSchema> = {},
    options?: CallOptions,
  ): AsyncIterable<PublicationSummary> {
    return pages(
      request.pageToken,
      (pageToken) => this.#ask(this.rpc.listPublications, { ...request, pageToken }, options),
      (page) => page.publications,
    );
  }

  /** Returns the publication of one procedure; CODE_NOT_FOUND when it has none. */
  getPublication(request: MessageInitShape<typeof GetPublicationRequestSchema>, options?: CallOptions): Promise<GetPublicationResponse> {
    return this.#ask(this.rpc.getPublication, request, options);
  }

  /** Gives what the compiler found wrong with the texts of the book, by file and place; pages as those of the publications. */
  listDiagnostics(request: MessageInitShape<typeof ListDiagnosticsRequestSchema> = {}, options?: CallOptions): AsyncIterable<Advisory> {
    return pages(
      request.pageToken,
      (pageToken) => this.#ask(this.rpc.listDiagnostics, { ...request, pageToken }, options),
      (page) => page.diagnostics,
    );
  }

  /** Says what the book knows of one code; CODE_NOT_FOUND, with the nearest ones, when it does not hold it. */
  lookupCode(request: MessageInitShape<typeof LookupCodeRequestSchema>, options?: CallOptions): Promise<LookupCodeResponse> {
    return this.#ask(this.rpc.lookupCode, request, options);
  }

  /** Looks up as many as 1,000 codes; each has its result, in their order, which {@link CodeReferenceError.fromStatus} reads when it is an error. */
  batchLookupCodes(
    request: MessageInitShape<typeof BatchLookupCodesRequestSchema>,
    options?: CallOptions,
  ): Promise<BatchLookupCodesResponse> {
    return this.#ask(this.rpc.batchLookupCodes, request, options);
  }

  /** Finds codes by the beginning of a code or by words, the best first; none is no error. */
  searchCodes(request: MessageInitShape<typeof SearchCodesRequestSchema>, options?: CallOptions): Promise<SearchCodesResponse> {
    return this.#ask(this.rpc.searchCodes, request, options);
  }

  /** Selects the procedure codes that fit a technique, an anatomic site and a size; none is no error. */
  selectCode(request: MessageInitShape<typeof SelectCodeRequestSchema>, options?: CallOptions): Promise<SelectCodeResponse> {
    return this.#ask(this.rpc.selectCode, request, options);
  }

  /** Validates the modifiers of one claim line. No data is not a pass. */
  validateModifiers(
    request: MessageInitShape<typeof ValidateModifiersRequestSchema>,
    options?: CallOptions,
  ): Promise<ValidateModifiersResponse> {
    return this.#ask(this.rpc.validateModifiers, request, options);
  }

  /** Validates as many as 1,000 claim lines; each has its result, in their order, which {@link CodeReferenceError.fromStatus} reads when it is an error. */
  batchValidateModifiers(
    request: MessageInitShape<typeof BatchValidateModifiersRequestSchema>,
    options?: CallOptions,
  ): Promise<BatchValidateModifiersResponse> {
    return this.#ask(this.rpc.batchValidateModifiers, request, options);
  }

  /**
   * Validates claim lines as they come, over gRPC only: one answer for each, in their order. A line that is no valid
   * request is answered by an error, and the others are answered all the same. Lines are taken ahead of the answers only
   * as far as buffers allow, so a source may be endless. Leaving the loop ends the stream; it is not retried.
   */
  streamValidateModifiers(
    lines: Iterable<StreamLine> | AsyncIterable<StreamLine>,
    options: CallOptions = {},
  ): AsyncIterable<StreamValidateModifiersResponse> {
    return answersTo(
      (sent, { signal }) => this.rpc.streamValidateModifiers(sent, { signal, timeoutMs: 0 }),
      lines,
      this.#deadlineOf(options),
      options,
    );
  }

  async #ask<Request, Response>(
    method: (request: Request, options: RpcOptions) => Promise<Response>,
    request: Request,
    options: CallOptions = {},
  ): Promise<Response> {
    const rpcOptions = { timeoutMs: this.#deadlineOf(options), ...(options.signal && { signal: options.signal }) };
    try {
      return await method(request, rpcOptions);
    } catch (error) {
      throw CodeReferenceError.from(error);
    }
  }

  #deadlineOf({ deadlineMs }: CallOptions): number {
    return deadlineMs === undefined ? this.#deadlineMs : checkDeadline(deadlineMs);
  }
}

type StreamLine = MessageInitShape<typeof StreamValidateModifiersRequestSchema>;

async function* pages<Page extends { nextPageToken: string }, Item>(
  firstToken: string | undefined,
  read: (pageToken: string) => Promise<Page>,
  itemsOf: (page: Page) => Item[],
): AsyncGenerator<Item, void, undefined> {
  let pageToken = firstToken ?? "";
  do {
    const page = await read(pageToken);
    yield* itemsOf(page);
    pageToken = page.nextPageToken;
  } while (pageToken !== "");
}
