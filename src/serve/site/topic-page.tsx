import type { Context } from "hono";
import type { EntityCard } from "../../model/entity.ts";
import { getArticles } from "../../store/articles.ts";
import { type EntityRow, findEntity, listEntities } from "../../store/entities.ts";
import { listStories } from "../../store/stories.ts";
import { pageNumber, readPage, readQuery } from "../query.ts";
import type { SiteEdition } from "../site-edition.ts";
import { externalUrl, topicPath } from "./addresses.ts";
import { sendPage } from "./document.ts";
import { FeedLink, feedsOf } from "./feed-links.tsx";
import { Layout } from "./layout.tsx";
import { counted, type ListingView, listingView } from "./listing-view.ts";
import { Paging } from "./paging.tsx";
import { StoryList } from "./story-entry.tsx";
import { readerStringsFor } from "./strings/reader-strings.ts";

const pageSize = 20;
const topicsShown = 200;

/** GET /topic/:entity: a person, body or place, what it is, and the stories that name it, newest first. */
export async function showTopic(context: Context, site: SiteEdition): Promise<Response> {
  const entity = await findEntity(site.db, context.req.param("entity") ?? "");
  if (!entity) return context.notFound();
  const { page } = readQuery(context, { page: pageNumber });
  const view = listingView(site);
  const { entityId, name, card } = entity;
  const list = await readPage(page, pageSize, (range) => listStories(site.db, { entityId, order: "newest", ...range }));
  const path = topicPath(entityId);
  const { words, strings, dates } = view;
  return sendPage(
    context,
    <Layout
      site={site}
      page={{
        kind: "list",
        title: name,
        ...(card && { description: card.description }),
        path,
        feeds: feedsOf(path, name),
      }}
    >
      <header class="topic-head">
        {card && <p class="kicker">{words.topic.kinds[card.type]}</p>}
        <h1>{name}</h1>
        <FollowButton entity={entity} view={view} />
        {card ? (
          <>
            <p class="lead">{card.description}</p>
            <CardSource card={card} articleUrl={await articleUrlOf(site, card)} view={view} />
          </>
        ) : (
          <p class="hint">{words.topic.noCard}</p>
        )}
      </header>
      <h2 class="list-head">{counted(words.topic.stories, entity.stories, dates)}</h2>
      <StoryList stories={list.rows} view={view} level={3} empty={strings.story.stories} />
      <Paging list={list} path={path} view={view} />
      <FeedLink path={path} view={view} />
    </Layout>,
  );
}

/** Shown by own.js, which alone can keep it. */
function FollowButton({ entity: { entityId, name }, view }: { entity: EntityRow; view: ListingView }) {
  const { own } = readerStringsFor(view.strings.tag);
  return (
    <button
      type="button"
      class="follow"
      hidden
      data-id={entityId}
      data-name={name}
      data-follow={own.follow}
      data-following={own.following}
    />
  );
}

/** GET /topics: who and what the stories are about. */
export async function showTopics(context: Context, site: SiteEdition): Promise<Response> {
  const view = listingView(site);
  const { topic } = view.words;
  const entities = await listEntities(site.db, topicsShown);
  return sendPage(
    context,
    <Layout site={site} page={{ kind: "list", title: topic.all, path: "/topics" }}>
      <h1>{topic.all}</h1>
      <p class="lead">{topic.intro}</p>
      {entities.length === 0 ? (
        <p class="empty">{topic.none}</p>
      ) : (
        <ul class="cards">
          {entities.map((entity) => (
            <TopicCard entity={entity} view={view} />
          ))}
        </ul>
      )}
    </Layout>,
  );
}

function TopicCard({ entity: { entityId, name, card, stories }, view }: { entity: EntityRow; view: ListingView }) {
  const { topic } = view.words;
  return (
    <li class="card">
      <h2>
        <a href={topicPath(entityId)}>{card?.name ?? name}</a>
      </h2>
      {card && <p>{card.description}</p>}
      <p class="card-source">
        {card && `${topic.kinds[card.type]} · `}
        {counted(topic.stories, stories, view.dates)}
      </p>
    </li>
  );
}

/** A card that stands on an article leads to it. */
async function articleUrlOf(site: SiteEdition, { source }: EntityCard): Promise<string | undefined> {
  if (source.kind !== "articles") return undefined;
  const [article] = await getArticles(site.db, [source.citations[0].articleId]);
  return externalUrl(article?.url);
}

/** Where a card's sentence comes from, with the words that bear it out where it comes from an article. */
function CardSource({
  card: { source, asOf },
  articleUrl,
  view,
}: {
  card: EntityCard;
  articleUrl: string | undefined;
  view: ListingView;
}) {
  const { topic } = view.words;
  const date = asOf === undefined ? "" : `, ${topic.asOf(view.dates.day(asOf))}`;
  if (source.kind === "facts")
    return (
      <p class="hint">
        {topic.from} {source.label}
        {date}
      </p>
    );
  const url = source.kind === "wikipedia" ? externalUrl(source.url) : articleUrl;
  const quote = source.kind === "articles" ? source.citations[0].quote : topic.wikipedia;
  return (
    <p class="hint">
      {topic.from} {source.kind === "articles" && `${topic.fromArticles} `}
      {url === undefined ? (
        quote
      ) : (
        <a href={url} rel="noopener noreferrer external">
          {source.kind === "articles" ? `“${quote}”` : quote}
        </a>
      )}
      {source.kind === "wikipedia" && `, ${source.licence}`}
      {date}
    </p>
  );
}
