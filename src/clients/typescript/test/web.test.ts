import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { Code, type CodeReferenceWebClient, createCodeReferenceClient, Outcome } from "../src/web.js";
import { freeAddress, Service } from "./service.js";

let service: Service;
let client: CodeReferenceWebClient;

beforeAll(async () => {
  service = await Service.start();
  client = createCodeReferenceClient({ address: service.web });
});

afterAll(() => service?.stop());

test("a question is answered", async () => {
  const line = await client.validateModifiers({ procedureCode: "14020", modifiers: ["50", "LT"] });

  expect(line.outcome).toBe(Outcome.REJECT);
});

test("a list is read to its end", async () => {
  const places = [];
  for await (const { citation } of client.listDiagnostics({ pageSize: 3 })) {
    places.push(citation?.file);
  }

  expect(places.length).toBeGreaterThan(3);
});

test("an error has its reason and the fields at fault", async () => {
  await expect(client.validateModifiers({ procedureCode: "1" })).rejects.toMatchObject({
    name: "CodeReferenceError",
    code: Code.InvalidArgument,
    reason: "FIELD_INVALID",
    fieldViolations: [{ field: "procedure_code" }],
  });
});

test("a service that is not there is Unavailable, and is asked again", async () => {
  const address = await freeAddress();
  await expect(createCodeReferenceClient({ address, retries: 0 }).getEdition()).rejects.toMatchObject({ code: Code.Unavailable });

  const answer = createCodeReferenceClient({ address, retries: 100, deadlineMs: 25_000 }).getEdition();
  const late = await Service.startAt({ web: address });
  onTestFinished(() => late.stop());
  expect((await answer).edition?.id).toMatch(/^[0-9a-f]{16}$/);
});

test("a deadline ends a call", async () => {
  const silent = await Service.start();
  onTestFinished(() => silent.stop());
  silent.process.kill("SIGSTOP");

  await expect(createCodeReferenceClient({ address: silent.web }).getEdition({ deadlineMs: 200 })).rejects.toMatchObject({
    code: Code.DeadlineExceeded,
  });
});
