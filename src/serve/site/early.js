// Runs before the page is drawn, so that it is never drawn in another reader's colours first. The words are those of the page on one's own reading.
// @ts-check

/** @param {{ theme?: string, size?: string, detail?: string, hide?: string[] }} own */
function wear({ theme, size, detail, hide }) {
  const { dataset } = document.documentElement;
  Object.assign(dataset, { theme: theme ?? "auto", size: size ?? "normal", detail: detail ?? "full" });
  dataset.hide = (hide ?? []).join(" ");
}

try {
  const own = localStorage.getItem("own");
  if (own) wear(JSON.parse(own));
} catch {
  // A reader who forbids storage is shown the site as it is.
}
