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

  it("bears out a sentence from which words were left out at its marks", () => {
    expect(check("The council of Varen closed the bridge on Monday.").score).toBe(1);
  });

  it("lets an aside go whole, whatever it denies, and no denial alone", () => {
    const source = "The ferry, which might not sail again, lay in the harbour of Dorrim on Tuesday.";
    expect(checkClaim("The ferry lay in the harbour of Dorrim on Tuesday.", [source]).score).toBe(1);
    const denied = "The ferry will not leave the harbour of Dorrim on Tuesday.";
    expect(checkClaim("The ferry will leave the harbour of Dorrim on Tuesday.", [denied]).supported).toBe(false);
  });

  it("measures a sentence whose words were left out across a clause as any other claim", () => {
    const source =
      "Irja Solund told the harbour board that the pilot Tove Marr had left the ferry before it struck the pier.";
    expect(checkClaim("Irja Solund had left the ferry before it struck the pier.", [source]).score).toBeLessThan(1);
  });

  it("tells the month of May from the verb", () => {
    const source = "The bridge was closed in June. It may open again.";
    expect(checkClaim("The bridge was closed in May.", [source]).supported).toBe(false);
  });

  it("names what is in no source", () => {
    expect(check("Three lorries had struck a pillar.").reason).toBe("unseen-number");
    expect(check("The council of Dorrim closed the bridge.").reason).toBe("unseen-name");
    expect(check('Mara Tolle said: "We cannot wait for the summer."').reason).toBe("unseen-quotation");
    expect(check("Two lorries had not struck a pillar.").reason).toBe("negation");
    expect(check("Fishermen protested against cheaper imports.").supported).toBe(false);
  });

  it("reads a title in other letters as the same title, and speech to the letter", () => {
    const source = 'The band sang "HARBOUR LIGHTS - part 2". "We were tired, wet and very happy," said Tove Marr.';
    const reason = (claim: string) => checkClaim(claim, [source]).reason;
    expect(reason('The band sang "Harbour Lights: Part 2".')).not.toBe("unseen-quotation");
    expect(reason('The band sang "Harbour Nights: Part 2".')).toBe("unseen-quotation");
    expect(reason('"We were tired [...] and very happy," said Tove Marr.')).not.toBe("unseen-quotation");
    expect(reason('"We were Tired, wet and very happy," said Tove Marr.')).toBe("unseen-quotation");
  });

  describe("a quotation given to a speaker", () => {
    const source =
      'Irja Solund, the mayor, met Tove Marr on Sunday. "The pier is sound. Nobody needs to fear for it," Solund told the Harbour Gazette. ' +
      'Marr was less sure. "It has stood for ninety years and may fall tomorrow," she said.';
    const reasonOf = (claim: string) => checkClaim(claim, [source]).reason;

    it("is that speaker's where the name stands behind it, first in its sentence", () => {
      expect(reasonOf('Solund said: "The pier is sound. Nobody needs to fear for it."')).toBeUndefined();
    });

    it("is that speaker's where only the sentence before names who speaks", () => {
      expect(reasonOf('Marr said: "It has stood for ninety years and may fall tomorrow."')).not.toBe("wrong-speaker");
    });

    it("is no one's who is named in another text that runs on behind it without a full stop", () => {
      const running =
        '"We have the money for one ferry," said Tove Marr Ferry to the islands is late again for the third week in a row What the islands ' +
        "eat in winter and how much of it they grow Ten walks along the coast for a dry day with Irja Solund and her dogs";
      const reasonOfRunning = (name: string) =>
        checkClaim(`${name} said: "We have the money for one ferry."`, [running]).reason;
      expect([reasonOfRunning("Irja Solund"), reasonOfRunning("Tove Marr")]).toEqual(["wrong-speaker", undefined]);
    });

    it("is no other's, though it runs over two sentences", () => {
      expect(reasonOf('Marr said: "The pier is sound. Nobody needs to fear for it."')).toBe("wrong-speaker");
    });
  });

  it("refuses a sentence that has another name in its place, however much of the rest is the same", () => {
    const source =
      "The ferry was stopped off the coast by Kestria, as reported by Tern Wire, and was towed into port on Tuesday.";
    const reasonOf = (claim: string) => checkClaim(claim, [source]).reason;
    expect(
      reasonOf(
        "The ferry was stopped off the coast by Kestria, as reported by Time, and was towed into port on Tuesday.",
      ),
    ).toBe("unseen-name");
    expect(
      reasonOf(
        "The ferry was stopped off the coast by Velmara, as reported by Tern Wire, and was towed into port on Tuesday.",
      ),
    ).toBe("unseen-name");
  });

  it("has no support where there is no source", () => {
    expect(checkClaim("Two lorries had struck a pillar.", [])).toEqual({
      supported: false,
      score: 0,
      reason: "no-source",
    });
  });
});
