import type { Outlet } from "../../model/outlet.ts";
import { outletPath } from "./addresses.ts";
import type { SiteStrings } from "./strings/site-strings.ts";

/** An outlet's name, which leads to its page. State media are labelled wherever they are named. */
export function OutletName({ outlet, strings }: { outlet: Outlet; strings: SiteStrings }) {
  return (
    <>
      <a class="outlet-name" href={outletPath(outlet.id)}>
        {breakable(outlet.name)}
      </a>
      {outlet.kind === "state-medium" && <StateMedia strings={strings} />}
    </>
  );
}

/** "www.harbour-gazette.example" may break behind its dots in a narrow column, and nowhere else. */
function breakable(name: string) {
  return name.split(/(?<=\.)(?=\p{L})/u).flatMap((part, at) => (at === 0 ? [part] : [<wbr />, part]));
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
