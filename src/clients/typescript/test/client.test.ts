import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  ClaimType,
  Code,
  CodeReferenceClient,
  CodeReferenceError,
  CodeSystem,
  createCodeReferenceClient,
  Outcome,
  Unit,
  Verdict,
} from "../src/node.js";
import { freeAddress, Service } from "./service.js";

let service: Service;
let client: CodeReferenceClient;

beforeAll(async () => {
  service = await Service.start();
  client = createCodeReferenceClient({ address: service.grpc });
});

afterAll(() => service?.stop());

describe("questions", () => {
  test("validateModifiers says what is to be done with a line", async () => {
    const line = await client.validateModifiers({ procedureCode: "14020", modifiers: ["50", "LT"], claimType: ClaimType.PROFESSIONAL });

    expect(line.outcome).toBe(Outcome.REJECT);
    expect(line.modifiers.map((each) => each.verdict)).toEqual([Verdict.CONFLICT, Verdict.CONFLICT]);
    expect(line.findings.map((each) => each.rule)).toContain("LAT-01");
  });

  test("selectCode recommends the code that fits", async () => {
    const selection = await client.selectCode({
      technique: "adjacent tissue transfer",
      anatomicSite: "forearm",
      size: { value: 8, unit: Unit.SQUARE_CENTIMETER },
    });

    expect(selection.recommendedCode).toBe("14020");
  });

  test("lookupCode returns the code in canonical form", async () => {
    const { code } = await client.lookupCode({ code: " lt ", system: CodeSystem.MODIFIER });

    expect(code?.code).toBe("LT");
  });

  test("searchCodes finds by the beginning of a code", async () => {
    const { results } = await client.searchCodes({ query: "1402" });

    expect(results.map((each) => each.code)).toContain("14020");
  });

  test("getPublication returns the publication of the edition served", async () => {
    const { edition } = await client.getEdition();
    const answer = await client.getPublication({ procedureCode: "14020" });

    expect(answer.edition).toBe(edition?.id);
    expect(answer.publication?.procedureCode).toBe("14020");
  });
});

test("a thousand calls at once are answered, though a connection has a hundred streams", async () => {
  const calls = Array.from({ length: 1_000 }, () => client.validateModifiers({ procedureCode: "14020" }, { deadlineMs: 25_000 }));

  expect(new Set((await Promise.all(calls)).map((each) => each.outcome))).toEqual(new Set([Outcome.ACCEPT]));
});

describe("lists", () => {
  test("listDiagnostics gives every diagnostic once, however small the pages", async () => {
    const inOnePage = await collect(client.listDiagnostics());
    const inPagesOfThree = await collect(client.listDiagnostics({ pageSize: 3 }));

    expect(inOnePage.length).toBeGreaterThan(3);
    expect(inPagesOfThree).toEqual(inOnePage);
  });

  test("a list begins at the page token of its request", async () => {
    const { nextPageToken } = await client.rpc.listDiagnostics({ pageSize: 3 });
    const rest = await collect(client.listDiagnostics({ pageToken: nextPageToken }));
    const all = await collect(client.listDiagnostics());

    expect(rest).toEqual(all.slice(3));
  });

  test("listPublications gives the publications of the book", async () => {
    const publications = await collect(client.listPublications());

    expect(publications.map((each) => each.procedureCode)).toContain("14020");
  });

  test("a list that fails throws when it is read", async () => {
    const list = collect(client.listPublications({ pageSize: -1 }));

    await expect(list).rejects.toMatchObject({ reason: "FIELD_INVALID" });
  });
});

describe("batches", () => {
  test("an item that is no valid request is an error, and the others are answered", async () => {
    const { results } = await client.batchValidateModifiers({ lines: [{ procedureCode: "14020" }, { procedureCode: "1" }] });

    const [good, bad] = results.map((each) => each.result);
    expect(good).toMatchObject({ case: "response", value: { outcome: Outcome.ACCEPT } });
    const error = bad?.case === "error" ? CodeReferenceError.fromStatus(bad.value) : undefined;
    expect(error).toMatchObject({
      code: Code.InvalidArgument,
      reason: "FIELD_INVALID",
      fieldViolations: [{ field: "procedure_code" }],
    });
  });

  test("batchLookupCodes answers in the order of the lookups", async () => {
    const { results } = await client.batchLookupCodes({ lookups: [{ code: "LT" }, { code: "14020" }] });

    expect(results.map((each) => each.result.case === "response" && each.result.value.code?.code)).toEqual(["LT", "14020"]);
  });
});

describe("errors", () => {
  test("a field that is not of its shape is named", async () => {
    const error = await failure(client.selectCode({ size: { value: -1, unit: Unit.CENTIMETER } }));

    expect(error).toMatchObject({ code: Code.InvalidArgument, reason: "FIELD_INVALID", fieldViolations: [{ field: "size.value" }] });
    expect(error.fieldViolations[0]?.description).not.toBe("");
  });

  test("a limit that is passed is told with its metadata", async () => {
    const error = await failure(client.searchCodes({ query: "x".repeat(257) }));

    expect(error).toMatchObject({ code: Code.InvalidArgument, reason: "LIMIT_EXCEEDED", metadata: { limit: "256", actual: "257" } });
  });

  test("an unknown code is told with the nearest ones", async () => {
    const error = await failure(client.getPublication({ procedureCode: "14022" }));

    expect(error).toMatchObject({ code: Code.NotFound, reason: "CODE_NOT_FOUND", fieldViolations: [] });
    expect(error.metadata["nearest"]?.split(",")).toContain("14020");
  });

  test("another edition is told with both", async () => {
    const { edition } = await client.getEdition();
    const error = await failure(client.lookupCode({ code: "LT", edition: "0123456789abcdef" }));

    expect(error).toMatchObject({
      code: Code.FailedPrecondition,
      reason: "EDITION_MISMATCH",
      metadata: { have: edition?.id, want: "0123456789abcdef" },
    });
  });

  test("a caller who cancels gets Canceled and no reason", async () => {
    const error = await failure(client.getEdition({ signal: AbortSignal.abort() }));

    expect(error).toMatchObject({ code: Code.Canceled, reason: undefined });
  });

  test("a service that is not there is Unavailable", async () => {
    const nobody = createCodeReferenceClient({ address: await freeAddress(), retries: 0 });
    const error = await failure(nobody.getEdition());

    expect(error).toMatchObject({ code: Code.Unavailable, reason: undefined });
  });
});

describe("options", () => {
  test.each([
    [{ address: "127.0.0.1:5081" }, "address"],
    [{ address: "http://127.0.0.1:5081/v1" }, "address"],
    [{ address: "ftp://127.0.0.1" }, "address"],
    [{ address: "http://127.0.0.1:5081", apiKey: "" }, "apiKey"],
    [{ address: "http://127.0.0.1:5081", apiKey: "a\nb" }, "apiKey"],
    [{ address: "http://127.0.0.1:5081", deadlineMs: 0 }, "deadlineMs"],
    [{ address: "http://127.0.0.1:5081", deadlineMs: Number.NaN }, "deadlineMs"],
    [{ address: "http://127.0.0.1:5081", deadlineMs: 2 ** 31 }, "deadlineMs"],
    [{ address: "http://127.0.0.1:5081", retries: -1 }, "retries"],
    [{ address: "http://127.0.0.1:5081", retries: 1.5 }, "retries"],
  ])("%o is refused by the name of %s", (options, name) => {
    expect(() => createCodeReferenceClient(options)).toThrow(new RegExp(`^${name} is `));
  });

  test("a deadline of a call is refused as that of a client is", async () => {
    await expect(client.getEdition({ deadlineMs: -1 })).rejects.toThrow(/^deadlineMs is -1/);
  });
});

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected = [];
  for await (const item of items) {
    collected.push(item);
  }

  return collected;
}

async function failure(call: Promise<unknown>): Promise<CodeReferenceError> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(CodeReferenceError);
  return error as CodeReferenceError;
}
