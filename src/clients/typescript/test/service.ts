import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The root of the repository. */
export const repository = path.resolve(import.meta.dirname, "../../../..");

const assembly = path.join(repository, "src/CodeReference.Service/bin/Debug/net10.0/CodeReference.Service.dll");

/** The service, run as its users run it: a process of its own, on two free ports of this machine. */
export class Service {
  private constructor(
    readonly process: ChildProcess,
    /** Where gRPC-Web and JSON are served. */
    readonly web: string,
    /** Where gRPC is served. */
    readonly grpc: string,
  ) {}

  /** Starts the service and waits until it answers. */
  static start(...settings: string[]): Promise<Service> {
    return Service.startAt({}, ...settings);
  }

  /** Starts the service at addresses of one's choice and waits until it answers. */
  static async startAt(at: { web?: string; grpc?: string }, ...settings: string[]): Promise<Service> {
    const web = at.web ?? (await freeAddress());
    const grpc = at.grpc ?? (await freeAddress());
    const listen = [`--Kestrel:Endpoints:Json:Url=${web}`, `--Kestrel:Endpoints:Grpc:Url=${grpc}`];
    const service = new Service(spawn("dotnet", [assembly, ...listen, ...settings], { stdio: ["ignore", "ignore", "inherit"] }), web, grpc);
    await service.untilItAnswers();
    return service;
  }

  /** Kills the service, unless it has ended, and waits for its end. */
  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill("SIGKILL");
      await once(this.process, "exit");
    }
  }

  private async untilItAnswers(): Promise<void> {
    for (let waited = 0; waited < 600; waited++) {
      if (this.process.exitCode !== null) {
        throw new Error(`The service has ended with ${this.process.exitCode}.`);
      }

      const answer = await fetch(`${this.web}/v1/edition`).catch(() => undefined);
      if (answer !== undefined) {
        return;
      }

      await delay(100);
    }

    await this.stop();
    throw new Error("The service has not answered within a minute.");
  }
}

/** An address of this machine that nobody listens at, below the ports that the system gives to connections. */
export async function freeAddress(): Promise<string> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (isFree) {
      server.close();
      await once(server, "close");
      return `http://127.0.0.1:${port}`;
    }
  }
}
