import { describe, expect, it } from "vitest";
import { SignInPauses } from "../../src/serve/desk/sign-in-pauses.ts";

/** Tries from `address` as soon as they are taken; the pauses before them, in seconds. */
function pausesOf(pauses: SignInPauses, tries: number, address: (n: number) => string): number[] {
  let now = 0;
  return Array.from({ length: tries }, (_, n) => {
    const seconds = pauses.begin(address(n), now);
    if (seconds === 0) return 0;
    now += seconds * 1000;
    expect(pauses.begin(address(n), now)).toBe(0);
    return seconds;
  });
}

describe("the pauses after failed sign ins", () => {
  it("double for an address from the sixth try on, up to an hour", () => {
    expect(pausesOf(new SignInPauses(), 16, () => "203.0.113.1")).toEqual([
      ...[0, 0, 0, 0, 0],
      ...[15, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600],
    ]);
  });

  it("come for all after twenty tries from anywhere, up to a minute", () => {
    expect(pausesOf(new SignInPauses(), 26, (n) => `203.0.113.${n}`).slice(19)).toEqual([0, 5, 10, 20, 40, 60, 60]);
  });

  it("count many tries at once before the first is checked", () => {
    const pauses = new SignInPauses();
    expect(Array.from({ length: 7 }, () => pauses.begin("203.0.113.1", 0))).toEqual([0, 0, 0, 0, 0, 15, 15]);
  });

  it("end with the right password, and after a day without a try", () => {
    const pauses = new SignInPauses();
    for (let n = 0; n < 5; n++) pauses.begin("203.0.113.1", 0);
    pauses.succeed("203.0.113.1");
    expect(pauses.begin("203.0.113.1", 0)).toBe(0);
    for (let n = 0; n < 4; n++) pauses.begin("203.0.113.1", 0);
    expect(pauses.begin("203.0.113.1", 0)).toBe(15);
    expect(pauses.begin("203.0.113.1", 24 * 3_600_000 + 1)).toBe(0);
  });
});
