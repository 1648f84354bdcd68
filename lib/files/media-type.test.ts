import { expect, test } from "vitest";
import { inspectFile } from "./inspect-file";
import { mediaTypeOf } from "./media-type";
import { cleanFileName } from "./model";

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const typeOf = async (bytes: Uint8Array<ArrayBuffer>, name: string, claimedType: string) =>
  mediaTypeOf(await inspectFile(new Blob([bytes])), name, claimedType);
const utf8 = (text: string) => new TextEncoder().encode(text);

test.each([
  ["\xff\xd8\xff\xe0", "a.jpg", "image/jpeg"],
  ["\x89PNG\r\n\x1a\nrest", "a.png", "image/png"],
  ["GIF89a", "a", "image/gif"],
  ["RIFF\x10\0\0\0WEBPVP8 ", "a.webp", "image/webp"],
  ["\0\0\0\x20ftypisom", "a.mp4", "video/mp4"],
  ["%PDF-1.7", "offer.pdf", "application/pdf"],
  ["PK\x03\x04", "a.zip", "application/zip"],
  ["PK\x03\x04", "a.DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["a,b\r\n1,2", "a.csv", "text/csv"],
  ["Hello\tyou\n", "a.md", "text/plain"],
  ["MZ\x90\0", "a.exe", "application/octet-stream"],
  ["", "a.txt", "application/octet-stream"],
])("%j named %s is %s", async (bytes, name, type) => {
  expect(await typeOf(latin(bytes), name, "")).toBe(type);
});

test("what runs in a browser is never given out as such", async () => {
  const page = "<html><script>alert(1)</script></html>";
  expect(await typeOf(utf8(page), "a.html", "text/html")).toBe("text/plain");
  expect(await typeOf(utf8("<svg onload='alert(1)'/>"), "a.svg", "image/svg+xml")).toBe("application/octet-stream");
  expect(await typeOf(utf8(page), "photo.png", "image/png")).toBe("application/octet-stream");
  expect(await typeOf(latin("%PDF-1.7"), "photo.png", "image/png")).toBe("application/octet-stream");
});

test("an image is what it is, however it is called", async () => {
  expect(await typeOf(latin("\xff\xd8\xff\xe0"), "photo.png", "image/png")).toBe("image/jpeg");
});

test("text is UTF-8", async () => {
  expect(await typeOf(utf8("Grüße"), "a.txt", "")).toBe("text/plain");
  expect(await typeOf(latin("Gr\xfc\xdfe"), "a.txt", "")).toBe("application/octet-stream");
});

test.each([
  ["report.pdf", "report.pdf"],
  ["/etc/../passwd", "passwd"],
  ["C:\\Users\\ada\\offer.docx", "offer.docx"],
  ["..", "file"],
  ["", "file"],
  ["  ", "file"],
  ["a\0b\r\nc.txt", "abc.txt"],
  ["invoice\u202efdp.exe", "invoicefdp.exe"],
  ["half \ud83d surrogate", "half  surrogate"],
  ["Grüße 📎.txt", "Grüße 📎.txt"],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(251)}.pdf`],
])("the name %j is kept as %j", (given, kept) => {
  expect(cleanFileName(given)).toBe(kept);
});
