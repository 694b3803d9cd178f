import { describe, expect, it } from "vitest";
import { StoryPage } from "../../../src/serve/site/story-page.tsx";
import { storyView } from "../../../src/serve/site/story-view.ts";
import { structuredData } from "../../../src/serve/site/structured-data.tsx";
import type { SiteEdition } from "../../../src/serve/site-edition.ts";
import { briefing, claim, loaded, site } from "./invented-story.ts";

const ferry = "https://the-strait.example/news/story/car-ferry-merle-runs-aground-off-corvale-merle1";

describe("a story's page for machines", () => {
  it("is a NewsArticle with its claims, its questions and every article it stands on, by absolute addresses", () => {
    const edition = { ...site.edition, publicUrl: "https://the-strait.example/news" };
    const abroad: SiteEdition = Object.create(site, { edition: { value: edition } });
    const { citation, hasPart, about, ...data } = structuredData(storyView(loaded, abroad)) as Record<
      "citation" | "hasPart" | "about",
      object[]
    >;
    expect(data).toEqual({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      "@id": ferry,
      url: ferry,
      headline: briefing.headline.text,
      description: briefing.standfirst.text,
      inLanguage: "en",
      datePublished: "2026-11-24T05:31:00.000Z",
      dateModified: "2026-11-24T11:30:00.000Z",
      version: 3,
      isAccessibleForFree: true,
      articleSection: "World",
      publisher: { "@type": "Organization", name: "The Strait", url: "https://the-strait.example/news/" },
      isPartOf: { "@type": "Collection", url: "https://the-strait.example/news/subject/world" },
    });
    expect(citation[0]).toEqual({
      "@type": "NewsArticle",
      "@id": "https://pinnace-wire.example/a1",
      url: "https://pinnace-wire.example/a1",
      headline: "Ferry runs aground off Corvale, passengers taken ashore",
      inLanguage: "en",
      datePublished: "2026-11-24T05:31:00.000Z",
      publisher: { "@type": "Organization", name: "Pinnace Wire" },
    });
    expect(citation.length).toBe(9);
    expect(hasPart[1]).toEqual({
      "@type": "Claim",
      text: "All 212 passengers and crew were taken off by lifeboat before dawn, and nine were treated for cold (Radio Nessa).",
      appearance: [{ "@id": "https://radio-nessa.example/a4" }],
    });
    expect(hasPart.at(-1)).toEqual({
      "@type": "Question",
      name: "How many people were hurt on the Merle?",
      url: `${ferry}/how-many-people-were-hurt-on-the-merle`,
    });
    expect(about[0]).toEqual({
      "@type": "Person",
      name: "Ada Renn",
      description: "Harbour master of Corvale.",
      url: "https://the-strait.example/news/topic/local%3Aada-renn",
    });
  });

  it("cannot be ended early by what an outlet wrote", async () => {
    const headline = claim("</script><script>alert(1)</script>", "fact", "a1");
    const html = String(
      await StoryPage({ view: storyView({ ...loaded, briefing: { ...briefing, headline } }, site) }).toString(),
    );
    const [block = ""] = /<script type="application\/ld\+json">.*?<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(block.replace(/<[^>]*>/g, "")).headline).toBe("</script><script>alert(1)</script>");
  });
});
