import { describe, expect, it } from "vitest";
import { headerOptOut } from "../../src/pipeline/header-opt-out.ts";

describe("an opt-out in headers", () => {
  it.each([
    [{ "tdm-reservation": "1" }, "tdm-reservation"],
    [{ "tdm-reservation": " 1 ", "x-robots-tag": "noai" }, "tdm-reservation"],
    [{ "tdm-reservation": "0" }, undefined],
    [{ "x-robots-tag": "noindex, noai" }, "noai"],
    [{ "x-robots-tag": "NoImageAI" }, "noai"],
    [{ "x-robots-tag": "Backstory: noai" }, "noai"],
    [{ "x-robots-tag": "otherbot: noai" }, undefined],
    [{ "x-robots-tag": "noarchive, max-snippet:20" }, undefined],
    [{}, undefined],
  ])("%j is %s", (headers: Record<string, string>, optOut) => {
    expect(headerOptOut(headers)).toBe(optOut);
  });
});
