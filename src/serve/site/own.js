// What a reader makes of the site: what they have read, what is new to them, whom they follow, how it looks. All of it stays in this browser.
// @ts-check

/** @param {string} key @param {Storage} [store] @returns {any} */
function kept(key, store = localStorage) {
  try {
    return JSON.parse(store.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} key @param {unknown} value @param {Storage} [store] */
function keep(key, value, store = localStorage) {
  try {
    store.setItem(key, JSON.stringify(value));
  } catch {
    // A reader who forbids storage is shown the site as it is.
  }
}

/** @param {Element} entry @param {string} words @param {string} [state] */
function mark(entry, words, state) {
  if (state) entry.classList.add(state);
  const label = document.createElement("span");
  label.className = "label mark";
  label.textContent = words;
  entry.querySelector("h2, h3")?.append(label);
}

/** The version of a story's page that was read last; 0 for none. @param {HTMLElement} entry */
const versionRead = ({ dataset }) => Number(kept(`seen:${dataset.story}`) ?? 0);

/** @returns {HTMLElement[]} */
const entries = () =>
  [...document.querySelectorAll("article.entry[data-story]")].filter((one) => one instanceof HTMLElement);

const day = document.querySelector("ol.entries[data-read]");
if (day instanceof HTMLElement) {
  let read = 0;
  for (const entry of entries()) {
    const version = versionRead(entry);
    if (version === 0) continue;
    read++;
    const changed = version < Number(entry.dataset.revision);
    mark(entry, (changed ? day.dataset.changed : day.dataset.read) ?? "", changed ? undefined : "seen");
  }
  const count = document.querySelector("[data-read-count]");
  if (count instanceof HTMLElement && read > 0)
    count.textContent = (count.dataset.readCount ?? "").replace("{n}", `${read} / ${entries().length}`);
}

/** So many stories are remembered as seen in a list: some weeks of a front page. */
const mostKnown = 800;

const front = document.querySelector("[data-fresh]");
if (front instanceof HTMLElement) {
  // What was known when the visit began, so that a reload does not make all of it old.
  const before = kept("known", sessionStorage) ?? kept("known") ?? [];
  keep("known", before, sessionStorage);
  const known = new Set(before);
  const ids = entries().map(({ dataset }) => dataset.story);
  const fresh = entries().filter(({ dataset }) => known.size > 0 && !known.has(dataset.story));
  for (const entry of entries()) {
    if (versionRead(entry) > 0) mark(entry, front.dataset.read ?? "", "seen");
    else if (fresh.includes(entry)) mark(entry, front.dataset.fresh ?? "");
  }
  if (fresh.length > 0) front.textContent = (front.dataset.freshCount ?? "").replace("{n}", String(fresh.length));
  keep("known", [...new Set([...ids, ...before])].slice(0, mostKnown));
}

/** @typedef {{ theme?: string, size?: string, detail?: string, hide?: string[], follow?: { id: string, name: string }[] }} Own */
/** @returns {Own} */
const own = () => kept("own") ?? {};

/** The way home is on every page: the site may stand below a path of its host, and an exported edition has a file for each page. */
const home = document.querySelector("header.site .name")?.getAttribute("href") ?? "/";
const [, root = "", file = ""] = /^(.*?)\/?(index\.html)?$/.exec(home) ?? [];

// Only of a server, and only where the connection is safe, as browsers have it.
if (!file) navigator.serviceWorker?.register(`${root}/worker.js`).catch(() => {});

const offline = document.querySelector(".offline");
if (offline instanceof HTMLElement) {
  const tell = () => {
    offline.textContent = navigator.onLine ? "" : (offline.dataset.offline ?? "");
  };
  addEventListener("online", tell);
  addEventListener("offline", tell);
  tell();
}

/** @param {{ id: string, name: string }} topic */
function topicLink({ id, name }) {
  const link = document.createElement("a");
  link.href = `${root}/topic/${encodeURIComponent(id)}${file && `/${file}`}`;
  link.textContent = name;
  return link;
}

const follow = document.querySelector("button.follow");
if (follow instanceof HTMLButtonElement) {
  const { id = "", name = "", follow: words = "", following = "" } = follow.dataset;
  const show = () => {
    const follows = (own().follow ?? []).some((topic) => topic.id === id);
    follow.textContent = follows ? following : words;
    follow.setAttribute("aria-pressed", String(follows));
  };
  follow.addEventListener("click", () => {
    const others = (own().follow ?? []).filter((topic) => topic.id !== id);
    const follows = others.length < (own().follow ?? []).length;
    keep("own", { ...own(), follow: follows ? others : [...others, { id, name }] });
    show();
  });
  show();
  follow.hidden = false;
}

const yours = document.querySelector(".your-topics");
if (yours instanceof HTMLElement) {
  const topics = own().follow ?? [];
  yours.hidden = topics.length === 0;
  for (const [at, topic] of topics.entries()) yours.append(at > 0 ? ", " : "", topicLink(topic));
}

const form = document.querySelector("form.own");
if (form instanceof HTMLFormElement) {
  const { theme = "auto", size = "normal", detail = "full", hide = [], follow: topics = [] } = own();
  /** @type {Record<string, string>} */
  const chosen = { theme, size, detail };
  for (const input of form.querySelectorAll("input")) {
    if (input.type === "radio") input.checked = chosen[input.name] === input.value;
    if (input.type === "checkbox") input.checked = !hide.includes(input.value);
  }
  form.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") return;
    const data = new FormData(form);
    const shown = data.getAll("subject").map(String);
    const all = [...form.querySelectorAll("input[name=subject]")].map((input) => input.getAttribute("value") ?? "");
    const next = { ...own(), hide: all.filter((subject) => !shown.includes(subject)) };
    for (const key of Object.keys(chosen)) Object.assign(next, { [key]: String(data.get(key)) });
    keep("own", next);
    wear(next);
  });
  const list = form.querySelector("[data-topics]");
  if (topics.length > 0 && list)
    list.replaceChildren(
      ...topics.map((topic) => {
        const item = document.createElement("li");
        item.append(topicLink(topic));
        return item;
      }),
    );
  form.querySelector("[name=save]")?.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify({ backstory: 1, ...own() }, null, 2)]));
    link.download = "backstory-reading.json";
    link.click();
  });
  form.querySelector("[name=forget]")?.addEventListener("click", () => {
    localStorage.clear();
    sessionStorage.clear();
    location.reload();
  });
  const input = form.querySelector("input[type=file]");
  const told = form.querySelector("[role=status]");
  input?.addEventListener("change", async () => {
    const [chosenFile] = (input instanceof HTMLInputElement && input.files) || [];
    const read = chosenFile && asOwn(await chosenFile.text());
    if (read) {
      keep("own", read);
      wear(read);
    }
    if (told instanceof HTMLElement) told.textContent = (read ? told.dataset.loaded : told.dataset.notLoaded) ?? "";
  });
  form.hidden = false;
}

/** What a file says, as far as it is one of ours. @param {string} text @returns {Own | undefined} */
function asOwn(text) {
  try {
    const { backstory, theme, size, detail, hide, follow: topics } = JSON.parse(text);
    if (backstory !== 1) return undefined;
    const words = (/** @type {unknown} */ value) =>
      typeof value === "string" && /^[a-z]+$/.test(value) ? value : undefined;
    return {
      theme: words(theme),
      size: words(size),
      detail: words(detail),
      hide: Array.isArray(hide) ? hide.flatMap((subject) => words(subject) ?? []) : [],
      follow: Array.isArray(topics)
        ? topics.flatMap(({ id, name }) => (typeof id === "string" && typeof name === "string" ? { id, name } : []))
        : [],
    };
  } catch {
    return undefined;
  }
}
