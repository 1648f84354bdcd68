import fc from "fast-check";
import { expect, test } from "vitest";
import { type FormEntry, splitForm } from "./split-form";

const boundary = "--boundary-of-a-test-0123456789";
const bytes = fc
  .array(fc.constantFrom("\r\n", "--", "-", "\r", "\n", `\r\n--${boundary.slice(0, -1)}`, "a", "ü", "\0"), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));
const name = fc.constantFrom("file", "a b", "list[]", "ü", 'quo"te', "semi;colon");
const entry = fc.record({ name, content: bytes, fileName: fc.option(fc.constantFrom("a.txt", "“5”.bin", "", 'b";c')) });
type Entry = { name: string; content: string; fileName: string | null };

/** The form as browsers write it, and as the platform reads it. */
async function written(entries: Entry[]): Promise<{ body: Buffer; entries: FormEntry[] }> {
  const escaped = (text: string) => text.replaceAll('"', "%22");
  const parts = entries.map(({ name: given, content, fileName }) => {
    const ofFile = fileName === null ? "" : `; filename="${escaped(fileName)}"\r\nContent-Type: text/plain`;
    return `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(given)}"${ofFile}\r\n\r\n${content}\r\n`;
  });
  const body = Buffer.from(`${parts.join("")}--${boundary}--\r\n`);
  const headers = { "content-type": `multipart/form-data; boundary=${boundary}` };
  return { body, entries: [...(await new Response(body, { headers }).formData())] };
}

const read = async ([given, value]: FormEntry) =>
  value instanceof File
    ? [given, value.name, value.type, Buffer.from(await value.arrayBuffer()).toString("latin1")]
    : [given, value];

const split = (body: Uint8Array<ArrayBuffer>, textLimit = 10_000) =>
  splitForm(new Blob(["\r\n", body]), boundary, textLimit);

test("a form is split as the platform splits it, whatever is in its files", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 1, maxLength: 4 }), async (given) => {
      const form = await written(given);
      const found = await split(new Uint8Array(form.body));
      expect(await Promise.all(found.map(read))).toEqual(await Promise.all(form.entries.map(read)));
    }),
  );
});

test("a boundary that lies across two pieces of a large file is found", async () => {
  for (const size of [65_536, 65_530, 131_072, 131_050]) {
    const { body } = await written([
      { name: "file", content: "x".repeat(size), fileName: "a.txt" },
      { name: "more", content: "text", fileName: null },
    ]);
    const [file, more] = await split(new Uint8Array(body));
    expect(file?.[1]).toMatchObject({ size, name: "a.txt" });
    expect(more).toEqual(["more", "text"]);
  }
});

test.each([
  ["nothing", ""],
  ["no end", `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n`],
  ["no head", `--${boundary}\r\n--${boundary}--\r\n`],
  ["a head without a name", `--${boundary}\r\nContent-Type: text/plain\r\n\r\nb\r\n--${boundary}--\r\n`],
  ["a head without an end", `--${boundary}\r\n${"x".repeat(20_000)}\r\n\r\n\r\n--${boundary}--\r\n`],
  ["more parts than anyone sends", `--${boundary}`.concat(`x\r\n--${boundary}`.repeat(2000))],
])("%s is refused", async (_, text) => {
  await expect(split(new TextEncoder().encode(text))).rejects.toMatchObject({ reason: "malformed" });
});

test("a longer word that begins as the boundary does is content", async () => {
  const content = `a\r\n--${boundary}b`;
  const { body } = await written([{ name: "file", content: content.replace(boundary, "@"), fileName: "a.txt" }]);
  const [file] = await split(new TextEncoder().encode(body.toString().replace("@", boundary)));
  expect(await read(file ?? ["", ""])).toEqual(["file", "a.txt", "text/plain", content]);
});

test("texts together have a limit, files have none here", async () => {
  const { body } = await written([
    { name: "file", content: "x".repeat(5000), fileName: "a.txt" },
    { name: "a", content: "x".repeat(60), fileName: null },
    { name: "b", content: "x".repeat(60), fileName: null },
  ]);
  expect(await split(new Uint8Array(body), 120)).toHaveLength(3);
  await expect(split(new Uint8Array(body), 100)).rejects.toMatchObject({ reason: "too_large" });
});
