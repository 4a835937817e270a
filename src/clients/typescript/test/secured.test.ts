import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as node from "../src/node.js";
import * as web from "../src/web.js";
import { Service } from "./service.js";

const apiKey = "0123456789abcdef0123456789abcdef";

let folder: string;
let service: Service;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "codereference-"));
  const keys = path.join(folder, "keys");
  writeFileSync(keys, `tests ${createHash("sha256").update(apiKey).digest("hex")}\n`, { mode: 0o600 });
  service = await Service.start(`--Authentication:ApiKeys=${keys}`);
});

afterAll(async () => {
  await service?.stop();
  rmSync(folder, { recursive: true });
});

test.each([
  ["gRPC", node.createCodeReferenceClient, () => service.grpc],
  ["gRPC-Web", web.createCodeReferenceClient, () => service.web],
])("over %s, a caller with a key is answered and one without is refused", async (_, create, address) => {
  const known = create({ address: address(), apiKey });
  const stranger = create({ address: address() });

  expect((await known.validateModifiers({ procedureCode: "14020" })).outcome).toBe(node.Outcome.ACCEPT);
  await expect(stranger.validateModifiers({ procedureCode: "14020" })).rejects.toMatchObject({
    code: node.Code.Unauthenticated,
    reason: "CREDENTIALS_INVALID",
  });
});
