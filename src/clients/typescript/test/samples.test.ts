import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repository, Service } from "./service.js";

/** A piece of TypeScript on a page, and what its comments say that it prints. */
interface Sample {
  readonly name: string;
  readonly code: string;
  readonly prints: string[];
}

const project = path.join(import.meta.dirname, "..");
const folder = path.join(project, "samples");
const samples = [...samplesOf("README.md", "repository"), ...samplesOf("src/clients/typescript/README.md", "client")];

let service: Service;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  service = await Service.start();
  for (const { name, code } of samples) {
    writeFileSync(
      path.join(folder, `${name}.ts`),
      code.replace("http://127.0.0.1:5081", service.grpc).replace("http://127.0.0.1:5080", service.web),
    );
  }

  // The samples import the package by its name, which is to be what is built.
  run("--project", "tsconfig.build.json");
  run("--project", "tsconfig.samples.json");
});

afterAll(() => service?.stop());

test("there are samples on both pages", () => {
  expect(samples.map((each) => each.name)).toEqual(expect.arrayContaining(["repository-1", "client-1"]));
});

test.each(samples)("$name prints what it says", ({ name, prints }) => {
  const output = execFileSync(process.execPath, [path.join(folder, `${name}.js`)], { encoding: "utf8" });

  expect(prints).not.toEqual([]);
  expect(output.split("\n")).toEqual(expect.arrayContaining(prints));
});

function samplesOf(page: string, prefix: string): Sample[] {
  const text = readFileSync(path.join(repository, page), "utf8");
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""], i) => ({
    name: `${prefix}-${i + 1}`,
    code,
    prints: [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].flatMap(([, said = ""]) => said.split(", ")),
  }));
}

function run(...options: string[]): void {
  execFileSync("npx", ["tsc", ...options], { cwd: project, stdio: "inherit" });
}
