/** What no other name fits: programs do nothing with it but keep it. */
export const unknownMediaType = "application/octet-stream";

/** How files of a type begin: bytes at places, each a character of its number. */
type Signature = { type: string; at: readonly [place: number, bytes: string][] };

const signatures: readonly Signature[] = [
  { type: "image/jpeg", at: [[0, "\xff\xd8\xff"]] },
  { type: "image/png", at: [[0, "\x89PNG\r\n\x1a\n"]] },
  { type: "image/gif", at: [[0, "GIF87a"]] },
  { type: "image/gif", at: [[0, "GIF89a"]] },
  {
    type: "image/webp",
    at: [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
  },
  { type: "image/avif", at: [[4, "ftypavif"]] },
  { type: "image/heic", at: [[4, "ftypheic"]] },
  { type: "image/tiff", at: [[0, "II*\0"]] },
  { type: "image/tiff", at: [[0, "MM\0*"]] },
  { type: "application/pdf", at: [[0, "%PDF-"]] },
  { type: "application/gzip", at: [[0, "\x1f\x8b"]] },
  { type: "video/quicktime", at: [[4, "ftypqt"]] },
  { type: "video/mp4", at: [[4, "ftyp"]] },
  { type: "video/webm", at: [[0, "\x1a\x45\xdf\xa3"]] },
  { type: "audio/mpeg", at: [[0, "ID3"]] },
  {
    type: "audio/wav",
    at: [
      [0, "RIFF"],
      [8, "WAVE"],
    ],
  },
  { type: "audio/ogg", at: [[0, "OggS"]] },
  { type: "application/zip", at: [[0, "PK\x03\x04"]] },
];

/** What tells the type of a file: how it begins, and whether all of it is text. */
export type FileContent = { start: Uint8Array; isText: boolean };

/** So many bytes of the start tell all types. */
export const startBytes = 32;

const office = "application/vnd.openxmlformats-officedocument.";
const openDocument = "application/vnd.oasis.opendocument.";

/** Documents that are archives inside: which, only their name tells. */
const archives: Record<string, string> = {
  docx: `${office}wordprocessingml.document`,
  xlsx: `${office}spreadsheetml.sheet`,
  pptx: `${office}presentationml.presentation`,
  odt: `${openDocument}text`,
  ods: `${openDocument}spreadsheet`,
  odp: `${openDocument}presentation`,
};

const texts: Record<string, string> = { csv: "text/csv", ics: "text/calendar", vcf: "text/vcard" };

/**
 * What a file is, by its bytes: one of the common types, plain text, or unknown. Text that browsers
 * would run, such as HTML and SVG, is plain text here. What calls itself an image and is none is unknown.
 *
 * @param claimedType is what the sender says it is.
 */
export function mediaTypeOf({ start, isText }: FileContent, fileName: string, claimedType: string): string {
  const ending = /\.([a-z\d]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const signed = signatures.find(({ at }) => at.every(([place, text]) => hasAt(start, place, text)))?.type;
  const found = signed ?? (isText ? (texts[ending] ?? "text/plain") : unknownMediaType);
  if (found === "application/zip") return archives[ending] ?? found;
  const claimsImage = claimedType.startsWith("image/") || imageEndings.has(ending);
  return claimsImage && !found.startsWith("image/") ? unknownMediaType : found;
}

const imageEndings = new Set("jpg jpeg png gif webp avif heic tif tiff bmp ico svg".split(" "));

const hasAt = (bytes: Uint8Array, place: number, text: string): boolean =>
  Buffer.from(bytes.subarray(place, place + text.length)).equals(Buffer.from(text, "latin1"));
