import type { EntityCard } from "../../../model/entity.ts";
import { externalUrl, topicPath } from "../addresses.ts";
import { ClaimParagraph, EvidenceLink } from "../claim.tsx";
import { type Opening, openingsOf } from "../evidence.tsx";
import type { StoryView } from "../story-view.ts";
import { Part } from "./part.tsx";

/** Who and what the story is about, a card each. */
export function Topics({ view }: { view: StoryView }) {
  const section = view.section("topics");
  if (!section) return null;
  const { claims, entities } = section;
  return (
    <Part
      id={section.kind}
      heading={view.strings.headings[section.kind]}
      openings={[...openingsOf(claims), ...entities.flatMap(openingOfCard)]}
      view={view}
    >
      <ClaimParagraph claims={claims} view={view} />
      <ul class="cards">
        {entities.map((card) => (
          <li class="card">
            <h3>
              <a href={topicPath(card.entityId)}>{card.name}</a>
            </h3>
            <CardSentence card={card} view={view} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function openingOfCard(card: EntityCard): Opening[] {
  if (card.source.kind !== "articles") return [];
  return [{ citable: card, words: `${card.name} ${card.description}`, citations: card.source.citations }];
}

/** What it is, and how we know. */
function CardSentence({ card, view }: { card: EntityCard; view: StoryView }) {
  const { strings, dates, briefing } = view;
  const { source, description, asOf } = card;
  return (
    <>
      <p lang={briefing.language}>
        {source.kind === "articles" ? (
          <EvidenceLink citable={card} words={description} count={source.citations.length} view={view} />
        ) : (
          description
        )}
      </p>
      <p class="card-source">
        {source.kind === "articles" ? (
          strings.story.fromArticles
        ) : source.kind === "facts" ? (
          source.label
        ) : (
          <>
            <a href={externalUrl(source.url)} rel="noopener noreferrer external">
              Wikipedia
            </a>
            , {source.licence}
          </>
        )}
        {asOf !== undefined && `, ${strings.story.asOf(dates.day(asOf))}`}
      </p>
    </>
  );
}
