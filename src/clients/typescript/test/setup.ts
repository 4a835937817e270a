import { execFileSync } from "node:child_process";
import { repository } from "./service.js";

/** Builds the service that the tests ask. */
export default function setup(): void {
  execFileSync("dotnet", ["build", "src/CodeReference.Service", "--verbosity", "quiet", "--nologo"], {
    cwd: repository,
    stdio: "inherit",
  });
}
