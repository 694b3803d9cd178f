import { describe, expect, it } from "vitest";
import { unseenName } from "../../src/verify/unseen-name.ts";

const passages = ["Tern Wire: Alard Benneke of Velmara spoke to the U.S. envoy in Merrin."];

describe("a name in a sentence", () => {
  it.each([
    ["Orla", "Alard Benneke met Orla Quist in Merrin."],
    ["Sarnholt", "Alard Benneke spoke to the envoy in Sarnholt."],
  ])("is found where no passage has it: %s", (name, text) => expect(unseenName(text, passages)).toBe(name));

  it.each([
    "Alard Benneke spoke to the envoy in Merrin, Tern Wire reports.",
    "The Velmaran minister spoke to the United States envoy.",
    "The envoy spoke to him in Merrin.",
  ])("is none where a passage has it in any form: %s", (text) => expect(unseenName(text, passages)).toBeUndefined());
});
