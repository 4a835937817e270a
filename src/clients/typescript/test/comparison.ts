import type { JsonValue } from "@bufbuild/protobuf";
import { isDeepStrictEqual } from "node:util";

/**
 * Says where an answer is not as expected, a line for each place: `findings[0].rule: expected "LAT-01", found "LAT-02"`.
 * An object may hold more than is expected of it, a list may not, and what the JSON of the contract leaves out is empty.
 */
export function differences(expected: JsonValue, actual: JsonValue | undefined, path = ""): string[] {
  if (isObject(expected) && (actual === undefined || isObject(actual))) {
    return Object.entries(expected).flatMap(([name, value]) => differences(value, actual?.[name], path === "" ? name : `${path}.${name}`));
  }

  if (Array.isArray(expected) && Array.isArray(actual ?? []) && expected.length === ((actual ?? []) as JsonValue[]).length) {
    return expected.flatMap((value, i) => differences(value, (actual as JsonValue[])[i], `${path}[${i}]`));
  }

  const isEmpty = expected === "" || expected === 0 || expected === false || expected === null;
  return isDeepStrictEqual(expected, actual) || (actual === undefined && isEmpty)
    ? []
    : [`${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual) ?? "nothing"}`];
}

function isObject(value: JsonValue | undefined): value is { [name: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
