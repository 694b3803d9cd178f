import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { writingTo } from "../../src/cli/user-file.ts";

describe("writing to a place the user named", () => {
  it("that the system does not let one write to is the user's mistake, in one line", async () => {
    await expect(writingTo("/no/such/folder/x", () => writeFileSync("/no/such/folder/x", ""))).rejects.toMatchObject({
      code: "usage",
      message: "/no/such/folder/x cannot be written (ENOENT); name a place in a folder that is there and yours.",
    });
  });

  it("keeps what is no such mistake as it is", async () => {
    const fault = new TypeError("ours");
    await expect(writingTo("x", () => Promise.reject(fault))).rejects.toBe(fault);
  });
});
