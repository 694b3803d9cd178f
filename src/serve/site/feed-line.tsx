import type { FeedState } from "../../store/feeds.ts";
import { healthOf } from "../feed-health.ts";
import { externalUrl } from "./addresses.ts";
import { counted, type ListingView } from "./listing-view.ts";
import { Ago } from "./time.tsx";

/** A feed's address and how it fares: what is wrong, what to do, when it was asked and when it last had something new. */
export function FeedLine({ feed, outlet, view }: { feed: FeedState; outlet?: string; view: ListingView }) {
  const { words, dates, now, site } = view;
  const { health } = words;
  const state = healthOf(feed, site.edition.languages);
  const url = externalUrl(feed.url);
  const { lastOutcome = "", lastDetail, lastPollAt, lastItemAt, nextPollAt } = feed;
  const finding =
    state === "fails"
      ? site.explainFeed?.({ reason: lastOutcome, ...(lastDetail !== undefined && { detail: lastDetail }) }, feed.url)
      : undefined;
  const facts = [
    state === "fails" && counted(health.failures, feed.failures, dates),
    state === "paused" && counted(health.paused, 1, dates),
    state === "other-language" && counted(health.otherLanguage, 1, dates),
    state === "unasked" && counted(health.unasked, 1, dates),
  ].filter((fact) => fact !== false);
  const [askedBefore = "", askedAfter = ""] = health.asked("|").split("|");
  const [itemBefore = "", itemAfter = ""] = health.newest("|").split("|");
  return (
    <li class={`feed ${state}`}>
      <p>
        {outlet !== undefined && <strong>{outlet}</strong>}{" "}
        {url === undefined ? (
          feed.url
        ) : (
          <a class="address" href={url} rel="noopener noreferrer external">
            {url.replace(/^https?:\/\//, "")}
          </a>
        )}
      </p>
      {state === "fails" && (
        // What failed is told in the words of the program, which are English.
        <p lang="en">{finding?.words ?? lastDetail ?? lastOutcome}</p>
      )}
      {finding !== undefined && finding.todo !== "" && (
        <p>
          {health.todo} <span lang="en">{finding.todo}</span>
        </p>
      )}
      <ul class="entry-figures">
        {facts.map((fact) => (
          <li>{fact}</li>
        ))}
        {lastPollAt !== undefined && (
          <li>
            {askedBefore}
            <Ago at={lastPollAt} now={now} dates={dates} />
            {askedAfter}
          </li>
        )}
        {lastItemAt !== undefined && (
          <li>
            {itemBefore}
            <Ago at={lastItemAt} now={now} dates={dates} />
            {itemAfter}
          </li>
        )}
        {state === "fails" && nextPollAt !== undefined && <li>{health.next(dates.moment(nextPollAt))}</li>}
      </ul>
    </li>
  );
}
