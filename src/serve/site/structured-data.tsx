import { raw } from "hono/html";
import type { Source } from "../../model/briefing.ts";
import type { Claim } from "../../model/claim.ts";
import type { SiteEdition } from "../site-edition.ts";
import { externalUrl, questionPath, storyPath, subjectPath, topicPath } from "./addresses.ts";
import { digitalSourceType } from "./story/writing.tsx";
import type { StoryView } from "./story-view.ts";

/** So many sentences of what happened are given as claims of their own. */
const claimsGiven = 3;

/** A story's page for machines: a `NewsArticle` of schema.org in JSON-LD, its first sentences as `Claim`s with the articles they appear in. */
export function StructuredData({ view }: { view: StoryView }) {
  // A data block is no script to a browser, and the Content-Security-Policy lets it stand; "<" cannot end it early.
  const json = JSON.stringify(structuredData(view)).replaceAll("<", "\\u003c");
  return <script type="application/ld+json">{raw(json)}</script>;
}

/** Addresses are absolute where the edition has a public one. */
export function structuredData(view: StoryView): object {
  const { briefing, story, site, strings } = view;
  const absolute = absoluteIn(site);
  const sourceType = digitalSourceType(view);
  const url = absolute(storyPath(story));
  const happened = view.section("what-happened")?.claims ?? [];
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "@id": url,
    url,
    headline: briefing.headline.text,
    description: briefing.standfirst.text,
    inLanguage: briefing.language,
    datePublished: story.firstSeenAt,
    dateModified: briefing.writtenAt,
    version: briefing.revision,
    isAccessibleForFree: true,
    ...(story.subject !== undefined && {
      articleSection: strings.subjects[story.subject as keyof typeof strings.subjects],
    }),
    ...(sourceType !== undefined && { digitalSourceType: sourceType }),
    publisher: { "@type": "Organization", name: site.edition.title, url: absolute("/") },
    about: (view.section("topics")?.entities ?? []).map(({ entityId, name, description, type }) => ({
      "@type": { PER: "Person", ORG: "Organization", LOC: "Place", MISC: "Thing" }[type],
      name,
      description,
      url: absolute(topicPath(entityId)),
    })),
    hasPart: [
      ...happened.slice(0, claimsGiven).map((claim) => claimData(claim, view)),
      ...(view.section("questions")?.questions ?? []).map(({ slug, question }) => ({
        "@type": "Question",
        name: question,
        url: absolute(questionPath(story, slug)),
      })),
    ],
    citation: briefing.sources.map((source) => sourceData(source)),
    ...(story.subject !== undefined && {
      isPartOf: { "@type": "Collection", url: absolute(subjectPath(story.subject)) },
    }),
  };
}

function claimData({ text, citations }: Claim, view: StoryView): object {
  const sources = [...new Set(citations.map(({ articleId }) => view.sourceOf(articleId)))];
  return {
    "@type": "Claim",
    text,
    appearance: sources.flatMap((source) => {
      const url = externalUrl(source?.url);
      return url === undefined ? [] : { "@id": url };
    }),
  };
}

/** An article: its title, its outlet, when it was published. Never its text. */
function sourceData({ outlet, title, url, publishedAt, language }: Source): object {
  const address = externalUrl(url);
  return {
    "@type": "NewsArticle",
    ...(address !== undefined && { "@id": address, url: address }),
    headline: title,
    inLanguage: language,
    ...(publishedAt !== undefined && { datePublished: publishedAt }),
    publisher: { "@type": "Organization", name: outlet },
  };
}

function absoluteIn({ edition }: SiteEdition): (path: string) => string {
  const base = edition.publicUrl?.replace(/\/+$/, "") ?? "";
  return (path) => base + path;
}
