import type { Context } from "hono";
import { apiChanges } from "./api/list-changes.ts";
import { apiSearch, apiStories } from "./api/list-stories.ts";
import { showOpenApi } from "./api/openapi.ts";
import { apiOutlets, apiProgress } from "./api/show-edition.ts";
import { apiRevisions, apiStory } from "./api/show-story.ts";
import { showDesk } from "./desk/desk-page.tsx";
import { answerReport, showReports } from "./desk/reports-desk.tsx";
import { signIn, signOut } from "./desk/sign-in.ts";
import { actOnStory, showStoryDesk, undoAct } from "./desk/story-desk.tsx";
import { showWhy } from "./desk/why-page.tsx";
import { showAbout, showMethod } from "./site/about-page.tsx";
import { showApi } from "./site/api-page.tsx";
import { showBlindSpots } from "./site/blind-spots-page.tsx";
import { showCorrections } from "./site/corrections-page.tsx";
import { showDaily, showNewestDaily } from "./site/daily-page.tsx";
import { showFrontPage } from "./site/front-page.tsx";
import { showHealth } from "./site/health-page.tsx";
import { askMail, confirmMail, leaveMail, showConfirm, showLeave, showMail } from "./site/mail-page.tsx";
import { showManifest, showWorker } from "./site/offline.ts";
import { showOutlet } from "./site/outlet-page.tsx";
import { showOutlets } from "./site/outlets-page.tsx";
import { showOwn } from "./site/own-page.tsx";
import { goToRealEdition } from "./site/real-edition.ts";
import { sendReport, showReport } from "./site/report-page.tsx";
import { showRobots } from "./site/robots.ts";
import { showSearch } from "./site/search-page.tsx";
import { showSingleReports } from "./site/single-reports.tsx";
import { showSources } from "./site/sources-page.tsx";
import { streamStoryEvents } from "./site/story-events.ts";
import {
  showCompare,
  showHistory,
  showQuestion,
  showRevision,
  showRevisions,
  showStory,
} from "./site/story-routes.tsx";
import { showSubject } from "./site/subject-page.tsx";
import { showTopic, showTopics } from "./site/topic-page.tsx";
import { saveWelcome, showWelcome } from "./site/welcome-page.tsx";
import type { SiteEdition } from "./site-edition.ts";
import { showDayBook } from "./syndication/day-book.tsx";
import { showAtom, showJsonFeed, showRss } from "./syndication/feed-routes.ts";
import { frontScope, outletScope, searchScope, subjectScope, topicScope } from "./syndication/story-feed.tsx";

/** What answers a request. It may throw a UserError, which becomes a page or a JSON error. */
export type Handler = (context: Context, site: SiteEdition) => Promise<Response>;

/** Every route there is, in the order they are tried. HEAD goes with GET. docs/api.md has a line on each. */
export const routes: readonly (readonly ["GET" | "POST", string, Handler])[] = [
  ["GET", "/", showFrontPage],
  ["GET", "/feed.xml", showRss(frontScope)],
  ["GET", "/atom.xml", showAtom(frontScope)],
  ["GET", "/feed.json", showJsonFeed(frontScope)],
  ["GET", "/story/:address", showStory],
  ["GET", "/story/:address/revisions", showRevisions],
  ["GET", "/story/:address/revisions/:which", showRevision],
  ["GET", "/story/:address/history", showHistory],
  ["GET", "/story/:address/report", showReport],
  ["POST", "/story/:address/report", sendReport],
  ["GET", "/story/:address/compare", showCompare],
  ["GET", "/story/:address/events", streamStoryEvents],
  ["GET", "/story/:address/:question", showQuestion],
  ["GET", "/subject/:subject", showSubject],
  ["GET", "/subject/:subject/feed.xml", showRss(subjectScope)],
  ["GET", "/subject/:subject/atom.xml", showAtom(subjectScope)],
  ["GET", "/subject/:subject/feed.json", showJsonFeed(subjectScope)],
  ["GET", "/daily", showNewestDaily],
  ["GET", "/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}", showDaily],
  ["GET", "/:year{[0-9]{4}}/:month{[0-9]{2}}/:day{[0-9]{2}}/edition.epub", showDayBook],
  ["GET", "/mail", showMail],
  ["POST", "/mail", askMail],
  ["GET", "/mail/confirm", showConfirm],
  ["POST", "/mail/confirm", confirmMail],
  ["GET", "/mail/leave", showLeave],
  ["POST", "/mail/leave", leaveMail],
  ["GET", "/reading", showOwn],
  ["GET", "/topics", showTopics],
  ["GET", "/topic/:entity", showTopic],
  ["GET", "/topic/:entity/feed.xml", showRss(topicScope)],
  ["GET", "/topic/:entity/atom.xml", showAtom(topicScope)],
  ["GET", "/topic/:entity/feed.json", showJsonFeed(topicScope)],
  ["GET", "/outlets", showOutlets],
  ["GET", "/outlet/:outlet", showOutlet],
  ["GET", "/outlet/:outlet/feed.xml", showRss(outletScope)],
  ["GET", "/outlet/:outlet/atom.xml", showAtom(outletScope)],
  ["GET", "/outlet/:outlet/feed.json", showJsonFeed(outletScope)],
  ["GET", "/blind-spots", showBlindSpots],
  ["GET", "/single-reports", showSingleReports],
  ["GET", "/sources", showSources],
  ["GET", "/corrections", showCorrections],
  ["GET", "/search", showSearch],
  ["GET", "/search/feed.xml", showRss(searchScope)],
  ["GET", "/search/atom.xml", showAtom(searchScope)],
  ["GET", "/search/feed.json", showJsonFeed(searchScope)],
  ["GET", "/health", showHealth],
  ["GET", "/about", showAbout],
  ["GET", "/method", showMethod],
  ["GET", "/welcome", showWelcome],
  ["POST", "/welcome", saveWelcome],
  ["POST", "/edition/real", goToRealEdition],
  ["GET", "/desk", showDesk],
  ["POST", "/desk/sign-in", signIn],
  ["POST", "/desk/sign-out", signOut],
  ["GET", "/desk/story/:id", showStoryDesk],
  ["POST", "/desk/story/:id", actOnStory],
  ["GET", "/desk/reports", showReports],
  ["POST", "/desk/reports", answerReport],
  ["POST", "/desk/undo", undoAct],
  ["GET", "/desk/why", showWhy],
  ["GET", "/manifest.webmanifest", showManifest],
  ["GET", "/worker.js", showWorker],
  ["GET", "/robots.txt", showRobots],
  ["GET", "/openapi.json", showOpenApi],
  ["GET", "/api", showApi],
  ["GET", "/api/v1/progress", apiProgress],
  ["GET", "/api/v1/stories", apiStories],
  ["GET", "/api/v1/stories/:id", apiStory],
  ["GET", "/api/v1/stories/:id/revisions", apiRevisions],
  ["GET", "/api/v1/changes", apiChanges],
  ["GET", "/api/v1/search", apiSearch],
  ["GET", "/api/v1/outlets", apiOutlets],
];
