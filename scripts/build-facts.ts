/*
 * Writes facts/people.tsv and the descriptions in facts/countries.tsv from public-domain compilations: the CIA World Factbook (public
 * domain) and congress-legislators (CC0), as JSON Lines `countries.jsonl`, `world_leaders.jsonl` and `us_politicians.jsonl` in one folder.
 *
 *   node --import tsx scripts/build-facts.ts FOLDER 2026-02
 *
 * The date is that of the compilation: offices change, so every card made of them shows it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, asOf] = process.argv.slice(2);
if (folder === undefined || asOf === undefined) throw new Error("usage: build-facts.ts FOLDER YYYY-MM");
const facts = new URL("../facts/", import.meta.url);

type Row = Record<string, string>;
const records = (name: string): Row[] =>
  readFileSync(join(folder, name), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line, (_, value: unknown) => (value === null ? "" : value)) as Row);

/** The states and territories that members of Congress are sent from. */
const states: Readonly<Record<string, string>> = Object.fromEntries(
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,DC the District of Columbia,PR Puerto Rico,GU Guam,VI the Virgin Islands,AS American Samoa,MP the Northern Mariana Islands"
    .split(",")
    .map((state) => [state.slice(0, 2), state.slice(3)]),
);
const codes = new Map<string, string>();
const byCountry = new Map(records("countries.jsonl").map((row) => [plain(row.name ?? ""), row]));
const [head = "", ...lines] = readFileSync(new URL("countries.tsv", facts), "utf8").trimEnd().split("\n");
const columns = head.split("\t");
if (!columns.includes("description")) columns.push("description", "asOf");
const countries = lines.map((line) => {
  const cells = line.split("\t");
  const row: Row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  codes.set(plain(row.name ?? ""), row.code ?? "");
  const known = [row.name ?? "", ...(row.aliases ?? "").split(",")]
    .map((name) => byCountry.get(plain(name)))
    .find(Boolean);
  if (known && countryLine(known) !== "Country") Object.assign(row, { description: countryLine(known), asOf });
  return row;
});
write("countries.tsv", columns, countries);

/** Presidents of the century before last are not in the news. */
const longAgo = /[–-](?:1[78]\d\d|19[0-5]\d)$/;
const people = new Map<string, Row>();
for (const { name: full = "", country = "", description = "" } of records("world_leaders.jsonl")) {
  // Territories have the head of state of the country they belong to.
  if (!codes.has(plain(country))) continue;
  const name = full
    .replace(/ \p{Lu}\. | \p{L}+(?:ovich|evich|ovna|evna) /u, " ")
    .replace(/ [IVX][ivx]+$/, (numeral) => numeral.toUpperCase());
  const known = people.get(name);
  const { chief_of_state: heads = "" } = byCountry.get(plain(country)) ?? {};
  const own = heads.split(";").find((head) => plain(head).includes(plain(name)));
  // "State Affairs Commission President", "Transition President": not a president as others are.
  const kind = /^\s*(\p{L}[\p{L}'’ ]+) President \p{L}/u.exec(own ?? "")?.[1];
  const office = (kind === undefined ? description : description.replace(/^President\b/, `${kind} President`))
    .replace(/\s*\(since[^)]*\)|\.$/g, "")
    .replace(/ of (United (?:States|Kingdom|Arab Emirates)|Netherlands|Philippines)$/, " of the $1")
    .trim();
  const inhabitants = Number.parseInt(
    (byCountry.get(plain(country))?.population ?? "0").replace(/\D*([\d,]+).*/, "$1").replaceAll(",", ""),
    10,
  );
  // A monarch of many realms, or a head of state who heads the government too, is known by the largest and the first.
  if (!known || inhabitants > Number(known.population))
    people.set(name, {
      ...person(name, office, codes.get(plain(country)) ?? "", name),
      population: String(inhabitants),
    });
}
for (const { name = "", wikipedia = "", description = "" } of records("us_politicians.jsonl")) {
  if (people.has(name) || longAgo.test(description.replace(/\.$/, ""))) continue;
  people.set(name, person(name, politicianLine(description), "US", wikipedia || name));
}
write("people.tsv", ["name", "description", "code", "aliases", "title", "asOf"], [...people.values()]);

function person(name: string, description: string, code: string, title: string): Row {
  const parts = name.split(" ");
  // Of four names the press uses two; three may be one family name and a given one of two syllables ("Kim Jong Un").
  const short = parts.length > 3 ? `${parts[0]} ${parts.at(-1)}` : "";
  const aliases = [...new Set([title, short])].filter((alias) => alias !== "" && alias !== name);
  return { name, description, code, aliases: aliases.join(","), title: title.replaceAll(" ", "_"), asOf: String(asOf) };
}

/** "Country in Northern Africa; its capital is Algiers". */
function countryLine({ location = "", capital = "" }: Row): string {
  const region = (location.split(/[,;]|<br>/)[0] ?? "")
    .replace(/<strong>[^<]*<\/strong>|\([^)]*\)|^\s*(?:interior|south|north)\s(?=\p{Lu})/gu, "")
    .trim();
  const where =
    /^(?:Northern|Southern|Eastern|Western|Central|South|North|Southeast|Southeastern|East-Central|[Nn]orth-eastern|Middle|Caribbean|Europe|Oceania|Africa|Asia|Southwestern|Northeastern)/.test(
      region,
    )
      ? `Country in ${region === "Middle East" || region === "Caribbean" ? "the " : ""}${region.replace(/^(?:North|South|East|West)ern\b|^Central\b/, (word) => word.toLowerCase())}`
      : "Country";
  const city = capital.split(/[;(,]/)[0]?.trim() ?? "";
  return city === "" || city.startsWith("no ") ? where : `${where}; its capital is ${city}`;
}

/**
 * "Democrat United States senator from WA, first seated in that chamber in 2001." -> "United States senator from Washington (Democratic)",
 * "Democrat President of the United States, 2021–2025" -> "President of the United States until 2025 (Democratic)": the years are of the last term.
 */
function politicianLine(description: string): string {
  const [, party = "", office = ""] = /^([\w-]+) (.*?)\.?$/.exec(description) ?? [];
  const told = office
    .replace(/, (?:district|at large|first seated).*$/, "")
    .replace("the U.S. House", "the United States House")
    .replace(/^m/, "M")
    .replace(/, \d{4}–(\d{4})$/, (_, until: string) => (until > String(asOf) ? "" : ` until ${until}`))
    .replace(/\bfrom ([A-Z]{2})$/, (from, code: string) => (states[code] ? `from ${states[code]}` : from));
  return `${told} (${party === "Democrat" ? "Democratic" : party})`;
}

function plain(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/^the /, "");
}

function write(name: string, heads: readonly string[], rows: readonly Row[]): void {
  const text = [heads.join("\t"), ...rows.map((row) => heads.map((column) => row[column] ?? "").join("\t"))].join("\n");
  writeFileSync(new URL(name, facts), `${text}\n`);
}
