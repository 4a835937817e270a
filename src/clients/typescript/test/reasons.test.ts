import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { reasons } from "../src/node.js";
import { repository } from "./service.js";

test("every reason that the contract names is a reason of the client", () => {
  const contract = readFileSync(path.join(repository, "protos/codereference/v1/code_reference_service.proto"), "utf8");
  const named = [...contract.matchAll(/^\/\/ - ([A-Z_]+) \(/gm)].map((match) => match[1]);

  expect(named).toContain("FIELD_INVALID");
  expect(reasons).toEqual(expect.arrayContaining(named));
});
