import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createRegistry, fromJson, type JsonObject, type JsonValue, type Message, toJson } from "@bufbuild/protobuf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CodeReferenceClient, CodeReferenceService, createCodeReferenceClient } from "../src/node.js";
import { file_google_rpc_error_details } from "../src/generated/google/rpc/error_details_pb.js";
import { differences } from "./comparison.js";
import { repository, Service } from "./service.js";

/** A question and what is expected of its answer, see the README of the folder of cases. */
interface Case {
  readonly name: string;
  readonly rpc: string;
  readonly request: JsonObject;
  readonly response: JsonObject;
}

const folder = path.join(repository, "conformance");
const registry = createRegistry(file_google_rpc_error_details);

let service: Service;
let client: CodeReferenceClient;

beforeAll(async () => {
  service = await Service.start();
  client = createCodeReferenceClient({ address: service.grpc });
});

afterAll(() => service?.stop());

const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort();

describe.each(files)("%s", (file) => {
  const cases = JSON.parse(readFileSync(path.join(folder, file), "utf8")) as Case[];

  test.each(cases)("$name", async ({ rpc, request, response }) => {
    expect(differences(response, await ask(rpc, request))).toEqual([]);
  });
});

/** Asks by the method of the client that has the name of an rpc; a list by the page. */
async function ask(rpc: string, request: JsonObject): Promise<JsonValue> {
  const method = CodeReferenceService.methods.find((each) => each.name === rpc);
  if (method?.methodKind !== "unary") {
    throw new Error(`${rpc} is no question with one answer.`);
  }

  const methods = (rpc.startsWith("List") ? client.rpc : client) as unknown as Record<string, (request: Message) => Promise<Message>>;
  return toJson(method.output, await methods[method.localName]!(fromJson(method.input, request)), { registry });
}
