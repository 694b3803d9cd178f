import type { Outlet } from "../../model/outlet.ts";
import { outletPath } from "./addresses.ts";
import type { SiteStrings } from "./strings/site-strings.ts";

/** An outlet's name, which leads to its page. State media are labelled wherever they are named. */
export function OutletName({ outlet, strings }: { outlet: Outlet; strings: SiteStrings }) {
  return (
    <>
      <a class="outlet-name" href={outletPath(outlet.id)}>
        {outlet.name}
      </a>
      {outlet.kind === "state-medium" && <StateMedia strings={strings} />}
    </>
  );
}

/** The label itself, for names that are no links. */
export function StateMedia({ strings }: { strings: SiteStrings }) {
  return (
    <>
      {" "}
      <span class="label">{strings.kinds["state-medium"]}</span>
    </>
  );
}
