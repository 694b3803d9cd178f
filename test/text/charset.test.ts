import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/text/charset.ts";

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean) =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0);
      return littleEndian ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const utf32 = (text: string, littleEndian: boolean) =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const code = Number(character.codePointAt(0));
      const bytes = [code & 255, (code >> 8) & 255, code >> 16, 0];
      return littleEndian ? bytes : bytes.reverse();
    }),
  );

describe("decodeText", () => {
  it("believes a byte order mark before anything else", () => {
    const text = "<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>";
    expect([
      decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text)), "text/xml; charset=iso-8859-1"),
      decodeText(Uint8Array.of(0xff, 0xfe, ...utf16(text, true)), "text/xml; charset=utf-8"),
      decodeText(Uint8Array.of(0xfe, 0xff, ...utf16(text, false))),
      decodeText(Uint8Array.of(0xff, 0xfe, 0, 0, ...utf32(text, true))),
      decodeText(Uint8Array.of(0, 0, 0xfe, 0xff, ...utf32(text, false))),
    ]).toEqual([
      { text, encoding: "utf-8", disbelieved: "iso-8859-1" },
      { text, encoding: "utf-16le", disbelieved: "utf-8" },
      ...["utf-16be", "utf-32le", "utf-32be"].map((encoding) => ({ text, encoding })),
    ]);
  });

  it("knows UTF-16 and UTF-32 without a mark by their zero bytes", () => {
    const text = "<rss>Ağrı</rss>";
    expect([
      decodeText(utf16(text, true)).text,
      decodeText(utf16(text, false)).text,
      decodeText(utf32(text, true)).text,
      decodeText(utf32(text, false)).text,
    ]).toEqual([text, text, text, text]);
  });

  it("takes the header before the XML declaration, and the declaration before the meta element", () => {
    const bytes = latin('<?xml version="1.0" encoding="koi8-r"?><meta charset="big5">\xc1\xc2');
    expect([
      decodeText(bytes, 'text/xml; charset="windows-1251"').text.slice(-2),
      decodeText(bytes).text.slice(-2),
      decodeText(latin('<meta http-equiv="Content-Type" content="text/html; charset=windows-1253">\xe1')).text.at(-1),
    ]).toEqual(["БВ", "аб", "α"]);
  });

  it("reads the encodings of East Asia", () => {
    expect([
      decodeText(latin('<?xml version="1.0" encoding="euc-kr"?>\xb3\xe2')).text.at(-1),
      decodeText(latin('<?xml version="1.0" encoding="Shift_JIS"?>\x93\xfa')).text.at(-1),
      decodeText(latin("\xc4\xea"), "text/xml; charset=gb_2312").text,
    ]).toEqual(["년", "日", "年"]);
  });

  it("passes over labels that are unknown or that the bytes contradict", () => {
    expect([
      decodeText(utf8("Łódź"), "text/xml; charset=no-such-thing"),
      decodeText(utf8("Łódź"), "text/xml; charset=iso-8859-1"),
      decodeText(utf8("<a>Łódź</a>"), "text/xml; charset=utf-16"),
      decodeText(latin("caf\xe9"), "text/xml; charset=utf-8"),
    ]).toEqual([
      { text: "Łódź", encoding: "utf-8" },
      { text: "Łódź", encoding: "utf-8", disbelieved: "iso-8859-1" },
      { text: "<a>Łódź</a>", encoding: "utf-8" },
      { text: "café", encoding: "windows-1252", disbelieved: "utf-8" },
    ]);
  });

  it("takes undeclared text as UTF-8 where it is, else as windows-1252, and mends one broken byte", () => {
    const broken = Uint8Array.of(...utf8("Größenordnungen, Übungsplätze, Fußgänger: "), 0xff);
    expect([decodeText(utf8("naïve")), decodeText(latin("\x93na\xefve\x94")), decodeText(broken).text]).toEqual([
      { text: "naïve", encoding: "utf-8" },
      { text: "“naïve”", encoding: "windows-1252" },
      "Größenordnungen, Übungsplätze, Fußgänger: \ufffd",
    ]);
  });

  it("gives a text for any bytes and any content type", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, contentType) => {
        expect(typeof decodeText(bytes, contentType).text).toBe("string");
      }),
    );
  });
});
