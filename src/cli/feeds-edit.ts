import type { App } from "../app.ts";
import { type Subject, subjects } from "../model/edition.ts";
import { UserError } from "../model/errors.ts";
import { type OutletUse, outletUses, slugOf } from "../model/outlet.ts";
import { type FeedState, saveFeed } from "../store/feeds.ts";
import { getOutlet, saveOutlet } from "../store/outlets.ts";

/** What can be changed; what is absent stays. */
export interface FeedEdit {
  readonly url?: string;
  readonly subject?: string;
  readonly language?: string;
  readonly outlet?: string;
  readonly owner?: string;
  readonly use?: string;
}

/** Changes what is known of a feed, and of its outlet for all its feeds. Everything is checked before anything is changed. */
export async function editFeed({ store: { db } }: App, feed: FeedState, wishes: FeedEdit): Promise<void> {
  if (Object.values(wishes).every((wish) => wish === undefined))
    throw new UserError("usage", "Nothing to change was given; --help names what can be.");
  const url = wishes.url === undefined ? feed.url : webAddress(wishes.url);
  const subject = wishes.subject === undefined ? feed.subject : subjectArea(wishes.subject);
  const language = wishes.language === undefined ? feed.language : languageTag(wishes.language);
  const use = wishes.use === undefined ? undefined : outletUse(wishes.use);
  const changesOutlet = (wishes.outlet ?? wishes.owner ?? use) !== undefined;
  const { id, outletId, status, title } = feed;
  await db.transaction(async (tx) => {
    const saved = await saveFeed(tx, {
      id,
      outletId,
      url,
      status,
      ...(title !== undefined && { title }),
      ...(language !== undefined && { language }),
      ...(subject !== undefined && { subject }),
    });
    if (!saved) throw new UserError("usage", `Another feed has the address ${url} already; remove one of the two.`);
    if (!changesOutlet) return;
    const outlet = await getOutlet(tx, outletId);
    const { owner = outlet.owner } = wishes;
    const edited = {
      ...outlet,
      name: wishes.outlet ?? outlet.name,
      family: wishes.owner === undefined ? outlet.family : slugOf(wishes.owner),
      use: use ?? outlet.use,
    };
    await saveOutlet(tx, owner === undefined ? edited : { ...edited, owner }, "user");
  });
}

function webAddress(value: string): string {
  if (URL.canParse(value) && /^https?:\/\//i.test(value)) return value;
  throw new UserError("usage", `--url: "${value}" is no address that begins with https:// or http://.`);
}

/** Checks a subject area given on the command line. @throws UserError("usage") naming those there are */
export function subjectArea(value: string): Subject {
  const subject = subjects.find((one) => one === value);
  if (!subject)
    throw new UserError("usage", `--subject: "${value}" is no subject area; there are ${subjects.join(", ")}.`);
  return subject;
}

/** Checks a language given on the command line and gives its main part ("en-GB" is "en"). @throws UserError("usage") */
export function languageTag(value: string): string {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value))
    throw new UserError("usage", `--language: "${value}" is no language tag, such as en.`);
  return String(value.split("-")[0]).toLowerCase();
}

function outletUse(value: string): OutletUse {
  const use = outletUses.find((one) => one === value);
  if (!use) throw new UserError("usage", `--use: "${value}" is no use; there are ${outletUses.join(", ")}.`);
  return use;
}
