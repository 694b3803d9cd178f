// Opens evidence beside its sentence, and says what changed since a reader's last visit. Without it, evidence opens as a
// sheet at the foot of the window, by the link alone. Nothing is sent anywhere.
// @ts-check

document.documentElement.classList.add("scripted");

/** Narrower than this there is no room beside a sentence, so the note stays at the foot. */
const wide = matchMedia("(min-width: 44rem)");

/** @type {HTMLAnchorElement | undefined} */
let opened;

/** @param {HTMLAnchorElement} claim */
function openNote(claim) {
  const note = document.getElementById(claim.hash.slice(1));
  if (!note?.showPopover) return false;
  note.showPopover();
  note.classList.toggle("beside", wide.matches);
  claim.classList.add("open");
  claim.setAttribute("aria-expanded", "true");
  opened = claim;
  place(claim, note);
  note.focus({ preventScroll: true });
  return true;
}

/** @param {HTMLElement} note */
function noteClosed(note) {
  const claim = document.querySelector(`a.claim[href="#${CSS.escape(note.id)}"]`);
  claim?.classList.remove("open");
  claim?.setAttribute("aria-expanded", "false");
  if (opened === claim) opened = undefined;
  note.style.cssText = "";
}

// The event does not bubble, so it is caught on its way down.
document.addEventListener(
  "toggle",
  (event) => {
    const closed = /** @type {ToggleEvent} */ (event).newState === "closed";
    if (closed && event.target instanceof HTMLElement && event.target.matches(".note")) noteClosed(event.target);
  },
  true,
);

/**
 * Under the sentence's last line, as wide as its column; on a phone the sentence is moved clear of the sheet.
 *
 * @param {HTMLAnchorElement} claim
 * @param {HTMLElement} note
 */
function place(claim, note) {
  if (!wide.matches) {
    const covered = claim.getBoundingClientRect().bottom - note.getBoundingClientRect().top + 12;
    if (covered > 0) scrollBy({ top: covered });
    return;
  }
  const column = (claim.closest(".story-text, .story-head, main") ?? claim).getBoundingClientRect();
  const edge =
    parseFloat(getComputedStyle(claim.closest(".story-text, .story-head") ?? document.body).paddingLeft) || 0;
  note.style.inset = "auto";
  note.style.left = `${column.left + edge + scrollX}px`;
  note.style.width = `${column.width - 2 * edge}px`;
  note.style.top = `${claim.getBoundingClientRect().bottom + 6 + scrollY}px`;
  note.scrollIntoView({ block: "nearest" });
}

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element) || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
    return;
  const claim = event.target.closest("a.claim");
  if (claim instanceof HTMLAnchorElement && openNote(claim)) event.preventDefault();
  const closing = event.target.closest("a.close");
  if (closing) {
    event.preventDefault();
    const claim = opened;
    /** @type {HTMLElement | null} */ (closing.closest(".note"))?.hidePopover();
    claim?.focus();
  }
});

// An address may name the passages of one sentence.
const asked = document.querySelector(`a.claim[href="#${CSS.escape(location.hash.slice(1))}"]`);
if (asked instanceof HTMLAnchorElement) {
  asked.scrollIntoView({ block: "center" });
  openNote(asked);
}

const since = document.querySelector("a.since");
if (since instanceof HTMLAnchorElement) {
  const { story = "", revision = "" } = since.dataset;
  try {
    const key = `seen:${story}`;
    const seen = Number(localStorage.getItem(key) ?? revision);
    if (seen > 0 && seen < Number(revision) && since.pathname.endsWith("/revisions")) {
      since.href = `${since.pathname}/${seen}-${revision}`;
      since.hidden = false;
    }
    localStorage.setItem(key, revision);
  } catch {
    // A reader who forbids storage is shown no visit.
  }
}

/** The stream of newer versions is open while the page is looked at: a browser has but six connections to a host. */
const live = document.querySelector(".live");
if (live instanceof HTMLElement) {
  const [show, changed] = live.querySelectorAll("a");
  const notice = live.querySelector("p");
  let told = Number(live.dataset.revision);
  /** @type {EventSource | undefined} */
  let stream;
  const listen = () => {
    stream?.close();
    stream = undefined;
    // A page that was exported to a file has nobody to tell it anything.
    if (document.hidden || !show || show.pathname.endsWith(".html")) return;
    stream = new EventSource(`${show.pathname}/events?have=${told}`);
    stream.addEventListener("version", ({ data }) => {
      told = Number(data);
      if (changed) changed.href = `${show.pathname}/revisions/${live.dataset.revision}-${told}`;
      if (notice) notice.hidden = false;
    });
  };
  listen();
  document.addEventListener("visibilitychange", listen);
  // A reload keeps the reader's place.
  show?.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  live.querySelector("button")?.addEventListener("click", () => {
    if (notice) notice.hidden = true;
  });
}
