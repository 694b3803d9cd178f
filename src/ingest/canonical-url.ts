/**
 * Parameters that say where a reader came from, never what is read. Names without a pattern are compared whole, in any case. Sources:
 * the lists of ClearURLs and of Firefox's query stripping, and what the feeds of the shipped edition carry.
 */
const trackingNames = new Set(
  `fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi _ga _gl
   cmp cmpid cmpref cmp_id campaign_id icid intcid intcmp int_cmp ito ocid ftag taid xtor wt_mc wt_zmc wt.mc_id wt.z_mc mbid nlid
   smid smtyp emc guccounter guce_referrer guce_referrer_sig soc_src soc_trk sharetype share_id traffic_source __source ref_src
   ref_url referrer tracking_source trk trkcampaign sref spm wprov shareid sr_share partner_id cvid ei`
    .split(/\s+/)
    .filter((name) => name !== ""),
);
const trackingPatterns = /^(?:utm|at|ns|oly|vero|hsa|pk|mtm|matomo|piwik|itm|sc_|__hs)_?[a-z0-9_]*$/;
const trackingPrefixes = /^(?:utm|at|ns|oly|vero|hsa|pk|mtm|matomo|piwik|itm|sc|__hs)[_-]/;

/** Names that carry an identity on some sites and a source on others: the value tells. */
const ambiguousNames =
  /^(?:ref|source|src|from|partner|mod|via|feed|rss|cid|campaign|channel|share|output|outputtype|amp)$/;
const sourceWords =
  /^(?:(?:rss|atom|feeds?|xml|news|daily)(?:[_-].*|feed|\d*)?|.*[_-](?:rss|feed)|amp|true|twitter|facebook|whatsapp|telegram|linkedin|instagram|reddit|email|e-?mail|mail|newsletter|google|bing|yahoo|flipboard|apple_?news|home(?:page)?|front(?:page)?|social|share|app|web|push|share_.*)$/i;

/**
 * The form of an address by which two addresses of one article are the same: tracking parameters, fragment, session, default port,
 * slash at the end and AMP's marks removed, redirecting hosts and AMP caches unwrapped, https for http. Parameters that may name the
 * article (`id`, `p`, `story`) stay, in their order. It is a key to compare by, not an address to fetch. What is no http address
 * comes back as it is.
 */
export function canonicalUrl(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = unwrapped(new URL(address));
  if (url.protocol !== "http:" && url.protocol !== "https:") return address;
  // Servers on a port of their own, and addresses without a name, often have no https.
  if (url.protocol === "http:" && url.port === "" && /[a-z]$/i.test(url.hostname) && url.hostname.includes("."))
    url.protocol = "https:";
  url.username = "";
  url.password = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  // "#!/story/17" is a page of its own on sites that build theirs in the browser.
  if (!url.hash.startsWith("#!")) url.hash = "";
  url.search = keptParameters(url.search);
  url.pathname = plainPath(url.pathname);
  return url.href.replace(/\?+$/, "");
}

function keptParameters(search: string): string {
  const kept = search
    .replace(/^\?+|\?+$/g, "")
    .split(/&(?:amp;)?/)
    .filter((part) => !/^\?*$/.test(part) && !isTracking(part));
  return kept.join("&");
}

function isTracking(part: string): boolean {
  const [rawName = "", value = ""] = part.split("=", 2);
  const name = rawName.toLowerCase();
  if (trackingNames.has(name) || (trackingPrefixes.test(name) && trackingPatterns.test(name.replaceAll("-", "_"))))
    return true;
  // A number may be the article's; "rss", "1" after "amp", and nothing at all are not.
  if (/^amp(?:_js_v|_gsa)?$/.test(name)) return true;
  return ambiguousNames.test(name) && (value === "" || sourceWords.test(value));
}

function plainPath(path: string): string {
  const bare = path
    .replace(/;jsessionid=[^/]*/i, "")
    .replace(/\/{2,}/g, "/")
    .replace(/(?:%20|%C2%A0)+$/i, "")
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, "/")
    .replace(/([^/])\/amp\/?$/i, "$1")
    .replace(/\.amp(\.html?)?$/i, "$1");
  return bare.replace(/\/+$/, "") || "/";
}

/** Hosts whose address holds the article's. */
function unwrapped(url: URL): URL {
  const inner =
    innerOfQuery(url) ??
    /^\/(?:amp\/s\/|[cva]\/s\/|amp\/|[cva]\/)([^/]+\.[^/]+\/.*)$/.exec(
      /^(?:www\.)?google\.[a-z.]+$|\.cdn\.ampproject\.org$/.test(url.hostname) ? url.pathname : "",
    )?.[1];
  if (inner === undefined) return url;
  const address = /^https?:\/\//i.test(inner) ? inner : `https://${inner}${url.search}`;
  return URL.canParse(address) ? new URL(address) : url;
}

function innerOfQuery(url: URL): string | undefined {
  if (!/^(?:www\.)?google\.[a-z.]+$/.test(url.hostname) || url.pathname !== "/url") return undefined;
  const target = url.searchParams.get("url") ?? url.searchParams.get("q");
  return target !== null && /^https?:\/\//i.test(target) ? target : undefined;
}
