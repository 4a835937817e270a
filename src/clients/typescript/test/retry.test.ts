import { once } from "node:events";
import { createServer } from "node:http2";
import { Code, ConnectError, type HandlerContext } from "@connectrpc/connect";
import { connectNodeAdapter } from "@connectrpc/connect-node";
import { expect, onTestFinished, test } from "vitest";
import { RetryInfoSchema } from "../src/generated/google/rpc/error_details_pb.js";
import { CodeReferenceService, createCodeReferenceClient, Outcome } from "../src/node.js";
import { freeAddress, Service } from "./service.js";

test("no call is lost while the service is killed and started again", async () => {
  const address = await freeAddress();
  const client = createCodeReferenceClient({ address, retries: 20, deadlineMs: 25_000 });
  const first = await Service.startAt({ grpc: address });
  onTestFinished(() => first.stop());
  let asking = true;
  const callers = Array.from({ length: 8 }, async () => {
    let answered = 0;
    for (; asking; answered++) {
      expect((await client.validateModifiers({ procedureCode: "14020" })).outcome).toBe(Outcome.ACCEPT);
    }

    return answered;
  });

  await client.getEdition();
  await first.stop();
  const second = await Service.startAt({ grpc: address });
  onTestFinished(() => second.stop());
  await client.getEdition();
  asking = false;

  for (const answered of await Promise.all(callers)) {
    expect(answered).toBeGreaterThan(0);
  }
});

test("a call is made again as often as the client may while the service is unavailable", async () => {
  const { address, calls } = await standIn(() => unavailable());
  const client = createCodeReferenceClient({ address, retries: 2 });

  await expect(client.getEdition()).rejects.toMatchObject({ code: Code.Unavailable });
  expect(calls).toHaveLength(3);
});

test("a call is answered once the service is available", async () => {
  const { address, calls } = await standIn((call) => (call < 3 ? unavailable() : { edition: { id: "0123456789abcdef" } }));
  const client = createCodeReferenceClient({ address });

  expect((await client.getEdition()).edition?.id).toBe("0123456789abcdef");
  expect(calls).toHaveLength(3);
});

test("a service that says when to ask again is not asked before", async () => {
  const later = { desc: RetryInfoSchema, value: { retryDelay: { nanos: 300_000_000 } } };
  const { address, calls } = await standIn((call) => {
    if (call === 1) {
      throw new ConnectError("Too much.", Code.ResourceExhausted, undefined, [later]);
    }

    return {};
  });

  const began = performance.now();
  await createCodeReferenceClient({ address, retries: 1 }).getEdition();
  expect(performance.now() - began).toBeGreaterThan(290);
  expect(calls).toHaveLength(2);
});

test.each([Code.Internal, Code.Aborted, Code.Canceled, Code.ResourceExhausted, Code.NotFound])(
  "code %i of the service is thrown as it is, and nothing made again",
  async (code) => {
    const { address, calls } = await standIn(() => {
      throw new ConnectError("No.", code);
    });
    const client = createCodeReferenceClient({ address });

    await expect(client.getEdition()).rejects.toMatchObject({ code, message: "No." });
    expect(calls).toHaveLength(1);
  },
);

test("a deadline holds for all attempts together", async () => {
  const { address } = await standIn(() => unavailable());
  const client = createCodeReferenceClient({ address, retries: 1_000, deadlineMs: 300 });

  const began = performance.now();
  await expect(client.getEdition()).rejects.toMatchObject({ code: Code.DeadlineExceeded });
  expect(performance.now() - began).toBeLessThan(5_000);
});

test("a service that does not answer is DeadlineExceeded, by the deadline of the call", async () => {
  const { address } = await standIn(() => new Promise<never>(() => {}));
  const client = createCodeReferenceClient({ address });

  await expect(client.getEdition({ deadlineMs: 100 })).rejects.toMatchObject({ code: Code.DeadlineExceeded, reason: undefined });
});

test("the key goes with every call, and none without one", async () => {
  const { address, calls } = await standIn(() => ({}));

  await createCodeReferenceClient({ address, apiKey: "k-1" }).getEdition();
  await createCodeReferenceClient({ address }).getEdition();

  expect(calls.map((each) => each.requestHeader.get("x-api-key"))).toEqual(["k-1", null]);
});

/** A server that answers as the service would if it were in trouble: the answer to the n-th call, from 1. */
async function standIn(answer: (call: number) => object | Promise<never>): Promise<{ address: string; calls: HandlerContext[] }> {
  const calls: HandlerContext[] = [];
  const getEdition = (_: unknown, context: HandlerContext) => {
    calls.push(context);
    return answer(calls.length);
  };
  const server = createServer(connectNodeAdapter({ routes: (router) => router.service(CodeReferenceService, { getEdition }) }));
  const address = await freeAddress();
  server.listen(Number(new URL(address).port), "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { address, calls };
}

function unavailable(): never {
  throw new ConnectError("Not now.", Code.Unavailable);
}
