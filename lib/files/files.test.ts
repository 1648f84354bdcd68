import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { attachments, events } from "@/db/schema/activity";
import { aLead, aLocation, aMember, aToken, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { dataPath, environment } from "@/lib/config/environment";
import { asSystem, read } from "@/lib/data/doors";
import { directDoor } from "@/lib/http/direct-door";
import { cloneLead } from "@/lib/leads/clone-lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import type { Lead } from "@/lib/leads/model";
import { storage } from "@/lib/providers/storage/configured";
import { deleteUnusedFile } from "./delete-unused-file";

const door = directDoor(routeTable);

let location: Location;
let lead: Lead;
let key: string;

beforeAll(async () => {
  location = await aLocation();
  lead = await aLead(location);
  key = (await aToken(location)).secret;
});

type Asked = { method?: string; secret?: string; body?: FormData; headers?: Record<string, string> };

async function ask(path: string, { method = "GET", secret = key, body, headers }: Asked = {}): Promise<Response> {
  // The form as bytes, as they come over a wire.
  const packed = body && new Response(body);
  const type = packed?.headers.get("content-type");
  const request = new Request(`http://localhost/api/app/leads/${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, ...(type && { "content-type": type }), ...headers },
    ...(packed && { body: await packed.arrayBuffer() }),
  });
  const answer = await door(request);
  if (!answer) throw new Error("No route.");
  return answer;
}

function form(content: string | Uint8Array<ArrayBuffer>, name: string, type = ""): FormData {
  const data = new FormData();
  data.append("file", new File([content], name, { type }));
  return data;
}

const upload = (content: string | Uint8Array<ArrayBuffer>, name: string, more: Asked & { type?: string } = {}) =>
  ask(`${lead.id}/files`, { method: "POST", body: form(content, name, more.type), ...more });

const rowOf = async (id: string) =>
  (
    await read(contextOf(location), (transaction) =>
      transaction.select().from(attachments).where(eq(attachments.id, id)),
    )
  )[0];

test("a file is kept whole, listed, given back as a download and deleted", async () => {
  const content = Uint8Array.from({ length: 200_000 }, (_, place) => place % 251);
  const made = await upload(content, "Angebot “5”.bin");
  expect(made.status).toBe(201);
  const file = await made.json();
  expect(file).toEqual({
    id: expect.any(String),
    fileName: "Angebot “5”.bin",
    mediaType: "application/octet-stream",
    sizeBytes: 200_000,
    sha256: createHash("sha256").update(content).digest("hex"),
    createdByName: null,
    createdAt: expect.any(String),
  });
  expect(await (await ask(`${lead.id}/files`)).json()).toEqual({ files: [file] });

  const download = await ask(`${lead.id}/files/${file.id}`);
  expect(download.status).toBe(200);
  expect(Object.fromEntries(download.headers)).toMatchObject({
    "content-type": "application/octet-stream",
    "content-length": "200000",
    "content-disposition": `attachment; filename="Angebot _5_.bin"; filename*=UTF-8''Angebot%20%E2%80%9C5%E2%80%9D.bin`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(content);
  const head = await ask(`${lead.id}/files/${file.id}`, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([200, "200000", ""]);

  expect(await (await ask(`${lead.id}/files/${file.id}`, { method: "DELETE" })).json()).toEqual({ done: true });
  expect((await ask(`${lead.id}/files/${file.id}`)).status).toBe(404);
  expect((await ask(`${lead.id}/files/${file.id}`, { method: "DELETE" })).status).toBe(404);
  expect(await (await ask(`${lead.id}/files`)).json()).toEqual({ files: [] });
  const told = await read(contextOf(location), (transaction) =>
    transaction.select().from(events).where(eq(events.subjectId, file.id)).orderBy(events.number),
  );
  expect(told.map(({ type }) => type)).toEqual(["attachment.created", "attachment.deleted"]);
  expect(told[0]).toMatchObject({ opportunityId: lead.id, contactId: lead.contact.id, after: { sizeBytes: 200_000 } });
});

test("a page that calls itself an image is kept as bytes of no kind", async () => {
  const { id } = await (await upload("<script>alert(1)</script>", "photo.png", { type: "image/png" })).json();
  expect((await ask(`${lead.id}/files/${id}`)).headers.get("content-type")).toBe("application/octet-stream");
});

test("the user who adds a file is told", async () => {
  const user = await aMember(location, { name: "Robin Rep" });
  const { secret } = await aToken(location, { user });
  expect(await (await upload("Hello", "a.txt", { secret })).json()).toMatchObject({
    createdByName: "Robin Rep",
    mediaType: "text/plain",
  });
});

test("a form is on the disk until it is answered, and no longer", async () => {
  const incoming = () => readdirSync(dataPath("incoming"));
  expect((await upload(new Uint8Array(300_000), "kept.bin")).status).toBe(201);
  expect(incoming()).toEqual([]);
  const headers = { "content-type": "multipart/form-data; boundary=another-than-the-one-in-the-body" };
  expect((await upload(new Uint8Array(300_000), "broken.bin", { headers })).status).toBe(400);
  expect(incoming()).toEqual([]);
});

test("a file that is too large is refused, and nothing is kept", async () => {
  const { UPLOAD_LIMIT_BYTES } = environment;
  expect((await upload(new Uint8Array(UPLOAD_LIMIT_BYTES), "fits.bin")).status).toBe(201);
  const refused = await upload(new Uint8Array(UPLOAD_LIMIT_BYTES + 1), "large.bin");
  expect([refused.status, await refused.json()]).toEqual([413, expect.objectContaining({ code: "too_large" })]);
  const larger = await upload(new Uint8Array(UPLOAD_LIMIT_BYTES + 100_000), "larger.bin");
  expect(larger.status).toBe(413);
});

test("a form without a file is told what is missing", async () => {
  const nothing = new FormData();
  nothing.append("note", "x");
  const text = new FormData();
  text.append("file", "just text");
  for (const body of [nothing, text, form("", "")]) {
    const refused = await ask(`${lead.id}/files`, { method: "POST", body });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ issues: [{ path: ["file"], message: "Choose a file." }] });
  }
  const json = await ask(`${lead.id}/files`, { method: "POST", headers: { "content-type": "application/json" } });
  expect(json.status).toBe(422);
});

test("only who may read the lead reaches its files", async () => {
  const { id } = await (await upload("Hello", "a.txt")).json();
  const foreign = (await aToken(await aLocation())).secret;
  const rep = (await aToken(location, { user: await aMember(location, { role: "rep", visibility: "own" }) })).secret;
  for (const secret of [foreign, rep]) {
    expect((await ask(`${lead.id}/files`, { secret })).status).toBe(404);
    expect((await ask(`${lead.id}/files/${id}`, { secret })).status).toBe(404);
    expect((await ask(`${lead.id}/files/${id}`, { method: "DELETE", secret })).status).toBe(404);
    expect((await upload("Hello", "a.txt", { secret })).status).toBe(404);
  }
  const other = await aLead(location);
  expect((await ask(`${other.id}/files/${id}`)).status).toBe(404);
  expect((await ask(`${lead.id}/files/${id}`)).status).toBe(200);
  const gone = await aLead(location);
  await deleteLead(contextOf(location), { lead: { id: gone.id } });
  expect((await ask(`${gone.id}/files`)).status).toBe(404);
});

test("the same key and file are kept once; another file under the key is refused", async () => {
  const headers = { "idempotency-key": "upload-1" };
  const first = await (await upload("Hello", "a.txt", { headers })).json();
  expect(await (await upload("Hello", "a.txt", { headers })).json()).toEqual(first);
  expect((await upload("World", "a.txt", { headers })).status).toBe(409);
});

test("bytes stay for as long as an attachment has them, a copy's or a deleted one", async () => {
  const context = contextOf(location);
  const source = await aLead(location);
  const made = await ask(`${source.id}/files`, { method: "POST", body: form("shared", "a.txt") });
  const storageKey = (await rowOf((await made.json()).id))?.storageKey ?? "";
  expect(storageKey).toMatch(new RegExp(`^${location.id}/\\w{20}$`));
  const stage = { key: source.stage.key };
  const copy = await cloneLead(context, {
    lead: { id: source.id },
    name: "Copy",
    stage,
    copiesChecklist: false,
    copiesFiles: true,
  });
  const of = (leadId: string) => eq(attachments.opportunityId, leadId);
  const remove = (leadId: string) =>
    asSystem("test", (transaction) => transaction.delete(attachments).where(of(leadId)));
  const isKept = async () => {
    await deleteUnusedFile(context, storageKey);
    return (await storage()).exists(storageKey);
  };
  await remove(source.id);
  expect(await isKept()).toBe(true);
  const { files } = await (await ask(`${copy.id}/files`)).json();
  expect(await (await ask(`${copy.id}/files/${files[0].id}`)).text()).toBe("shared");
  await ask(`${copy.id}/files/${files[0].id}`, { method: "DELETE" });
  expect(await isKept()).toBe(true);
  await remove(copy.id);
  expect(await isKept()).toBe(false);
});

test("a file whose bytes are missing says so, without a defect's text", async () => {
  const { id } = await (await upload("lost", "a.txt")).json();
  const row = await rowOf(id);
  await (await storage()).delete(row?.storageKey ?? "");
  const answer = await ask(`${lead.id}/files/${id}`);
  expect([answer.status, await answer.json()]).toEqual([
    503,
    expect.objectContaining({ detail: "The content of this file can not be read right now." }),
  ]);
});
