import { strToU8, zipSync } from "fflate";
import { element, escaped, legalXml } from "./xml.ts";

/** A book of chapters, before it is packed. Titles are plain text; bodies are what stands in the chapter's `<body>`, as XML. */
export interface Book {
  /** Stays the same whenever the book is made again. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** BCP 47. */
  readonly language: string;
  /** ISO 8601: when what it holds was settled. */
  readonly modified: string;
  /** What the table of contents is called. */
  readonly contents: string;
  readonly opening: string;
  readonly chapters: readonly Chapter[];
}

export interface Chapter {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly body: string;
}

const style = `body { font-family: serif; line-height: 1.45; margin: 5%; }
h1 { font-size: 1.5em; line-height: 1.2; }
h2 { font-size: 1.15em; margin-top: 1.6em; }
h3 { font-size: 1em; }
h1, h2, h3 { text-align: left; hyphens: none; }
.kicker, .hint, figcaption { font-size: .85em; }
sup { line-height: 0; }
.notes { border-top: 1px solid; margin-top: 2em; font-size: .9em; }
blockquote { margin: .4em 0 .2em 1em; }
`;

/**
 * Packs a book as an EPUB 3.3 file (W3C Recommendation, 2023): any reading system opens it without a network. The same book gives the same bytes.
 */
export function toEpub(book: Book): Uint8Array {
  const chapters = book.chapters.map((chapter, at) => ({ ...chapter, file: `chapter-${at + 1}.xhtml` }));
  const files: Record<string, string> = {
    "META-INF/container.xml": `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`,
    "book/package.opf": packageDocument(book, chapters),
    "book/contents.xhtml": xhtml(
      book.title,
      book.language,
      `${book.opening}<nav epub:type="toc" aria-labelledby="contents"><h2 id="contents">${escaped(book.contents)}</h2><ol>${chapters
        .map(
          ({ file, title, language }) => `<li lang="${escaped(language)}"><a href="${file}">${escaped(title)}</a></li>`,
        )
        .join("")}</ol></nav>`,
    ),
    "book/style.css": style,
  };
  for (const { file, title, language, body } of chapters) files[`book/${file}`] = xhtml(title, language, body);
  const mtime = new Date(book.modified);
  return zipSync(
    {
      // First and uncompressed, so that the file is known by its first bytes.
      mimetype: [strToU8("application/epub+zip"), { level: 0 }],
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    },
    { mtime },
  );
}

function packageDocument(book: Book, chapters: readonly { readonly file: string }[]): string {
  const modified = `${new Date(book.modified).toISOString().slice(0, 19)}Z`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escaped(book.language)}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">${escaped(book.id)}</dc:identifier>
    ${element("dc:title", book.title)}
    ${element("dc:publisher", book.publisher)}
    ${element("dc:language", book.language)}
    ${element("dc:date", modified)}
    <meta property="dcterms:modified">${modified}</meta>
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilityFeature">structuralNavigation</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityHazard">none</meta>
  </metadata>
  <manifest>
    <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="style" href="style.css" media-type="text/css"/>
${chapters.map(({ file }, at) => `    <item id="chapter-${at + 1}" href="${file}" media-type="application/xhtml+xml"/>`).join("\n")}
  </manifest>
  <spine>
    <itemref idref="contents"/>
${chapters.map((_, at) => `    <itemref idref="chapter-${at + 1}"/>`).join("\n")}
  </spine>
</package>
`;
}

function xhtml(title: string, language: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escaped(language)}" xml:lang="${escaped(language)}">
<head>${element("title", title)}<link rel="stylesheet" href="style.css"/></head>
<body>${legalXml(body)}</body>
</html>
`;
}
