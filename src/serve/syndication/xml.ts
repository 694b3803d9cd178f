export function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** Text or markup without the characters XML forbids even as references. */
export function legalXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .toWellFormed()
  );
}

/** Text as XML may hold it. */
export function escaped(text: string): string {
  return legalXml(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
