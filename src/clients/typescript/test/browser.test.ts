import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as CodeReference from "../src/web.js";
import { freeAddress, Service } from "./service.js";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** What the page has, once the bundle is loaded. */
declare const codeReference: typeof CodeReference;

describe.skipIf(!existsSync(executablePath))("in Chromium, on a page of another origin", () => {
  let service: Service;
  let stranger: Service;
  let pages: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const origin = await freeAddress();
    [service, stranger, pages, browser] = await Promise.all([
      Service.start(`--Cors:Origins:0=${origin}`),
      Service.start(),
      servePage(origin),
      chromium.launch({ executablePath, args: ["--no-sandbox"] }),
    ]);
    page = await browser.newPage();
    await page.goto(origin);
  });

  afterAll(() => Promise.all([browser?.close(), service?.stop(), stranger?.stop(), pages?.close()]));

  test("a line is validated", async () => {
    const outcome = await page.evaluate(async (address) => {
      const client = codeReference.createCodeReferenceClient({ address, apiKey: "any" });
      const line = await client.validateModifiers({ procedureCode: "14020", modifiers: ["50", "LT"] });
      return codeReference.Outcome[line.outcome];
    }, service.web);

    expect(outcome).toBe("REJECT");
  });

  test("a list is read page by page", async () => {
    const count = await page.evaluate(async (address) => {
      let read = 0;
      for await (const _ of codeReference.createCodeReferenceClient({ address }).listDiagnostics({ pageSize: 3 })) {
        read++;
      }

      return read;
    }, service.web);

    expect(count).toBeGreaterThan(3);
  });

  test("an error has its reason and metadata", async () => {
    const error = await page.evaluate(async (address) => {
      const client = codeReference.createCodeReferenceClient({ address });
      return client.getPublication({ procedureCode: "14022" }).catch(({ name, reason, metadata }) => ({ name, reason, metadata }));
    }, service.web);

    expect(error).toMatchObject({
      name: "CodeReferenceError",
      reason: "CODE_NOT_FOUND",
      metadata: { nearest: expect.stringContaining("14020") },
    });
  });

  test("a service that does not allow the page is Unavailable to it", async () => {
    const code = await page.evaluate(async (address) => {
      const client = codeReference.createCodeReferenceClient({ address, retries: 0 });
      return client.getEdition().catch((error) => codeReference.Code[error.code]);
    }, stranger.web);

    expect(code).toBe("Unavailable");
  });
});

/** Serves a page that holds nothing but the client, bundled as a page would have it. */
async function servePage(origin: string): Promise<Server> {
  const bundle = await build({
    entryPoints: [path.join(import.meta.dirname, "../src/web.ts")],
    bundle: true,
    format: "iife",
    globalName: "codeReference",
    platform: "browser",
    write: false,
  });
  const page = `<!doctype html><title>CodeReference</title><script>${bundle.outputFiles[0]?.text}</script>`;
  const server = createServer((_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end(page));
  server.listen(Number(new URL(origin).port), "127.0.0.1");
  await once(server, "listening");
  return server;
}
