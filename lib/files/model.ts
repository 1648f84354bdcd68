/** A file of a lead. */
export type Attachment = {
  id: string;
  opportunityId: string;
  fileName: string;
  /** What the bytes were found to be, not what the sender said. */
  mediaType: string;
  sizeBytes: number;
  /** Hex SHA-256 of the bytes. */
  sha256: string;
  createdBy: { id: string; name: string } | null;
  createdAt: Date;
};

const longestName = 255;
// Control characters, among them those that turn the direction of writing and so hide an ending.
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The name of a file as it is kept: without folders and characters that nobody sees, at most 255 characters. */
export function cleanFileName(name: string): string {
  const last = name.replaceAll(unprintable, "").split(/[/\\]/).at(-1)?.trim() ?? "";
  if (last === "" || last === "." || last === "..") return "file";
  if (last.length <= longestName) return last;
  const ending = /\.[^.]{1,16}$/.exec(last)?.[0] ?? "";
  return (
    last
      .slice(0, longestName - ending.length)
      .toWellFormed()
      .replaceAll("\ufffd", "") + ending
  );
}
