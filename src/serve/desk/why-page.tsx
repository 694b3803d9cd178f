import { z } from "zod";
import { UserError } from "../../model/errors.ts";
import { getArticles } from "../../store/articles.ts";
import { readQuery } from "../query.ts";
import { sendDeskPage } from "./desk-document.tsx";
import { forEditors } from "./desk-handler.tsx";
import { DeskBack, Problem } from "./desk-parts.tsx";

const article = z.string().trim().max(2000).optional();

/** GET /desk/why?a=&b=: why two articles, by id or address, are or are not one story. */
export const showWhy = forEditors(async ({ context, site, acts }) => {
  const { a = "", b = "" } = readQuery(context, { a: article, b: article });
  let words: string | undefined;
  let problem: string | undefined;
  try {
    if (a !== "" && b !== "") words = await acts.explain(a, b);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problem = error.message;
  }
  const told = await getArticles(site.db, [a, b]);
  return sendDeskPage(
    context,
    site,
    "Why one story",
    <>
      <DeskBack />
      <h1>Why are two articles one story, or two?</h1>
      <Problem text={problem} />
      {words !== undefined && (
        <div class="done" role="status">
          <p>{words}</p>
          <ul class="hint">
            {told.map(({ outlet, title, language }) => (
              <li>
                {outlet}: <span lang={language}>{title}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <form class="sign-in" method="get" action="/desk/why">
        <label for="a">One article, by its id or address</label>
        <input id="a" name="a" value={a} required maxlength={2000} />
        <label for="b">The other</label>
        <input id="b" name="b" value={b} required maxlength={2000} />
        <button type="submit">Say why</button>
      </form>
    </>,
    problem === undefined ? 200 : 400,
  );
});
