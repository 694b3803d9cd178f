import { describe, expect, it } from "vitest";
import { checkClaim } from "../../src/verify/check-claim.ts";

const article =
  "The council of Varen closed the bridge on Monday, engineers said. Two lorries had struck a pillar. " +
  'Nobody was hurt. "We cannot wait for the spring," said Mara Tolle, the mayor.';
const check = (claim: string) => checkClaim(claim, [article]);

describe("checkClaim", () => {
  it("bears out a sentence of the source, and says where it stands", () => {
    expect(check("Two lorries had struck a pillar.")).toEqual({
      supported: true,
      score: 1,
      evidence: { source: 0, start: article.indexOf("Two"), end: article.indexOf("pillar.") + 7 },
    });
  });

  it("bears out a sentence from which words were left out", () => {
    expect(check("The council closed the bridge on Monday.").score).toBe(1);
  });

  it("names what is in no source", () => {
    expect(check("Three lorries had struck a pillar.").reason).toBe("unseen-number");
    expect(check("The council of Dorrim closed the bridge.").reason).toBe("unseen-name");
    expect(check('Mara Tolle said: "We cannot wait for the summer."').reason).toBe("unseen-quotation");
    expect(check("Two lorries had not struck a pillar.").reason).toBe("negation");
    expect(check("Fishermen protested against cheaper imports.").supported).toBe(false);
  });

  it("has no support where there is no source", () => {
    expect(checkClaim("Two lorries had struck a pillar.", [])).toEqual({
      supported: false,
      score: 0,
      reason: "no-source",
    });
  });
});
