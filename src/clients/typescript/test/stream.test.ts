import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { Code, CodeReferenceClient, CodeReferenceError, createCodeReferenceClient, Outcome } from "../src/node.js";
import { Service } from "./service.js";

let service: Service;
let client: CodeReferenceClient;

beforeAll(async () => {
  service = await Service.start();
  client = createCodeReferenceClient({ address: service.grpc });
});

afterAll(() => service?.stop());

test("each line is answered, in order", async () => {
  const lines = Array.from({ length: 2_000 }, (_, i) => ({ lineId: `${i}`, line: { procedureCode: "14020", modifiers: ["LT"] } }));

  const ids = [];
  for await (const answer of client.streamValidateModifiers(lines)) {
    ids.push(answer.lineId);
  }

  expect(ids).toEqual(lines.map((each) => each.lineId));
});

test("a line that is no valid request is an error, and the stream goes on", async () => {
  const lines = [{ line: { procedureCode: "1" } }, { line: { procedureCode: "14020" } }];

  const results = [];
  for await (const { result } of client.streamValidateModifiers(lines)) {
    results.push(result);
  }

  const [bad, good] = results;
  expect(bad?.case === "error" && CodeReferenceError.fromStatus(bad.value).reason).toBe("FIELD_INVALID");
  expect(good).toMatchObject({ case: "response", value: { outcome: Outcome.ACCEPT } });
});

test("a line is answered before the next one is known", async () => {
  let answered = 0;
  async function* lines() {
    for (let sent = 0; sent < 3; sent++) {
      expect(answered).toBe(sent);
      yield { line: { procedureCode: "14020" } };
      while (answered === sent) {
        await delay(1);
      }
    }
  }

  for await (const _ of client.streamValidateModifiers(lines())) {
    answered++;
  }

  expect(answered).toBe(3);
});

test("leaving the loop ends the source of the lines", async () => {
  let ended = false;
  async function* lines() {
    try {
      for (;;) {
        yield { line: { procedureCode: "14020" } };
      }
    } finally {
      ended = true;
    }
  }

  for await (const _ of client.streamValidateModifiers(lines())) {
    break;
  }

  await expect.poll(() => ended).toBe(true);
});

test("an endless source is not taken further than buffers allow while nobody reads", async () => {
  let taken = 0;
  async function* lines() {
    for (;;) {
      taken++;
      yield { line: { procedureCode: "14020" } };
    }
  }

  const answers = client.streamValidateModifiers(lines())[Symbol.asyncIterator]();
  await answers.next();
  let before = -1;
  await expect.poll(() => before === (before = taken), { interval: 500, timeout: 20_000 }).toBe(true);
  await answers.return?.();

  expect(taken).toBeLessThan(100_000);
});

test("a deadline does not end a stream whose caller has nothing to ask", async () => {
  async function* lines() {
    yield { line: { procedureCode: "14020" } };
    await delay(1_500);
    yield { line: { procedureCode: "14020" } };
  }

  let answered = 0;
  for await (const _ of client.streamValidateModifiers(lines(), { deadlineMs: 1_000 })) {
    answered++;
  }

  expect(answered).toBe(2);
});

test("a deadline ends a stream whose line is not answered", async () => {
  const silent = await Service.start();
  onTestFinished(() => silent.stop());
  const answers = createCodeReferenceClient({ address: silent.grpc, deadlineMs: 5_000 })
    .streamValidateModifiers(endless())
    [Symbol.asyncIterator]();
  await answers.next();
  silent.process.kill("SIGSTOP");

  expect(await drain(answers)).toMatchObject({ name: "CodeReferenceError", code: Code.DeadlineExceeded });
});

test("a signal cancels a stream", async () => {
  const caller = new AbortController();
  const answers = client.streamValidateModifiers(endless(), { signal: caller.signal })[Symbol.asyncIterator]();
  await answers.next();
  caller.abort();

  expect(await drain(answers)).toMatchObject({ name: "CodeReferenceError", code: Code.Canceled });
});

test("a service that ends is an error of the stream", async () => {
  const ending = await Service.start();
  onTestFinished(() => ending.stop());
  const answers = createCodeReferenceClient({ address: ending.grpc }).streamValidateModifiers(endless())[Symbol.asyncIterator]();
  await answers.next();
  await ending.stop();

  expect(await drain(answers)).toMatchObject({ name: "CodeReferenceError", code: Code.Unavailable });
});

async function* endless() {
  for (;;) {
    yield { line: { procedureCode: "14020" } };
    await delay(1);
  }
}

async function drain(answers: AsyncIterator<unknown>): Promise<unknown> {
  try {
    while (!(await answers.next()).done) {}
  } catch (error) {
    return error;
  }

  return undefined;
}
