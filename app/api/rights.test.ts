import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { routeTable } from "@/app/api/table";
import { aLead, aLocation, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { directDoor } from "@/lib/http/direct-door";
import { addLeadTask } from "@/lib/leads/add-lead-task";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";
import { deleteLead } from "@/lib/leads/delete-lead";
import type { Lead } from "@/lib/leads/model";
import { createTeam } from "@/lib/members/save-team";

// Whose leads somebody reads, own, their team's or all, holds in every list, count, chart, export and search.

const owners = ["rita", "tom", "tina", "olga", "nobody"] as const;
type Owner = (typeof owners)[number];

type Reader = "own" | "team" | "all";
const readsOf: Record<Reader, readonly Owner[]> = { own: ["rita"], team: ["rita", "tom", "tina"], all: owners };

const Count = z.object({ count: z.number() });
/** Where the answers that count say how many there are. */
const Counts = z
  .object({
    total: Count,
    preview: Count,
    groups: z.array(Count),
    columns: z.array(Count),
    created: z.object({ leads: z.number() }),
    leads: z.number(),
    counts: z.object({ upcoming: z.number() }),
  })
  .partial();
type Counts = z.infer<typeof Counts>;

let location: Location;
let secrets: Record<Reader, string>;
let leads: Record<Owner, Lead>;

/** A word that nothing but this owner's leads, and what is about them, has in it. */
const wordOf = (owner: Owner) => `${owner}roof`;

beforeAll(async () => {
  location = await aLocation();
  const { id: teamId } = await createTeam(contextOf(location), { name: "North" });
  const rita = await aMember(location, { role: "rep", visibility: "own", teamId });
  const tina = await aMember(location, { role: "rep", teamId });
  const tom = await aMember(location, { role: "rep", visibility: "team", teamId });
  const olga = await aMember(location, { role: "rep" });
  const ann = await aMember(location, { role: "manager" });
  const usernames = { rita: rita.username, tom: tom.username, tina: tina.username, olga: olga.username, nobody: null };
  const secretOf = async (user: Member) => (await aToken(location, { user })).secret;
  secrets = {
    own: await secretOf(rita),
    team: await secretOf(tom),
    all: await secretOf(ann),
  };
  const made = async (owner: Owner): Promise<Lead> => {
    const username = usernames[owner];
    const given = {
      name: `A ${wordOf(owner)}`,
      valueMinor: 100,
      contact: { name: `Owner of ${wordOf(owner)}`, email: `${wordOf(owner)}@example.com` },
      ...(username && { owner: { username } }),
    };
    const lead = await aLead(location, given);
    await deleteLead(contextOf(location), { lead: await aLead(location, { ...given, name: `Gone ${wordOf(owner)}` }) });
    await addLeadTask(contextOf(location), { lead, title: `See the ${wordOf(owner)}`, dueAt: new Date(0) });
    const startsAt = { wallTime: "2199-01-01 12:00" };
    const endsAt = { wallTime: "2199-01-01 13:00" };
    await bookLeadAppointment(contextOf(location), { lead, note: wordOf(owner), status: "new", startsAt, endsAt });
    return lead;
  };
  leads = {
    rita: await made("rita"),
    tom: await made("tom"),
    tina: await made("tina"),
    olga: await made("olga"),
    nobody: await made("nobody"),
  };
});

async function ask(reader: Reader, path: string, json?: object): Promise<{ status: number; text: string }> {
  const answer = await directDoor(routeTable)(
    new Request(`http://leadwright.test${path}`, {
      method: json ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${secrets[reader]}`,
        ...(json && { "content-type": "application/json" }),
      },
      ...(json && { body: JSON.stringify(json) }),
    }),
  );
  if (!answer) throw new Error(`No route answers ${path}.`);
  return { status: answer.status, text: await answer.text() };
}

/** Whose leads are told of. */
async function toldOf(reader: Reader, path: string): Promise<Owner[]> {
  const { status, text } = await ask(reader, path);
  expect(status, text).toBe(200);
  return owners.filter((owner) => text.includes(wordOf(owner)));
}

const archiveAll = { selection: { query: { filter: { all: [] } } }, command: { type: "archive" }, preview: true };

// The keys of an object are its readers.
describe.each(Object.keys(readsOf) as Reader[])("whoever reads %s leads", (reader) => {
  const reads = readsOf[reader];

  test.each([
    "/api/app/leads",
    "/api/app/leads?search=roof",
    "/api/app/leads/export",
    "/api/app/leads/bin",
    "/api/app/search?words=roof",
    "/api/app/board/cards?stage=STAGE",
    "/api/app/tasks?of=everybody",
    "/api/app/overview/appointments?period=upcoming",
    "/api/leads",
    "/api/crm/lead",
  ])("is told of those alone: %s", async (path) => {
    expect(await toldOf(reader, path.replace("STAGE", leads.rita.stage.id))).toEqual(reads);
  });

  test("is told of the last that happened to those alone", async () => {
    const told = await toldOf(reader, "/api/app/overview/activity");
    expect(told).not.toEqual([]);
    expect(reads).toEqual(expect.arrayContaining(told));
  });

  test.each(["", "/timeline"])("opens those alone: /api/app/leads/ID%s", async (part) => {
    for (const owner of owners) {
      const { status } = await ask(reader, `/api/app/leads/${leads[owner].id}${part}`);
      expect([owner, status]).toEqual([owner, reads.includes(owner) ? 200 : 404]);
    }
  });

  test.each<[string, (body: Counts) => number | undefined, object?]>([
    ["/api/app/leads?total=exact", ({ total }) => total?.count],
    ["/api/app/leads/groups?by=stage", ({ groups }) => groups?.[0]?.count],
    ["/api/app/board", ({ columns }) => columns?.[0]?.count],
    ["/api/app/overview?range=all", ({ created }) => created?.leads],
    ["/api/app/overview/overdue?range=all", (body) => body.leads],
    ["/api/app/overview/appointments?period=upcoming", ({ counts }) => counts?.upcoming],
    ["/api/app/leads/bulk", ({ preview }) => preview?.count, archiveAll],
  ])("counts those alone: %s", async (path, countOf, json) => {
    const { status, text } = await ask(reader, path, json);
    expect(status, text).toBe(200);
    expect(countOf(Counts.parse(JSON.parse(text)))).toBe(reads.length);
  });
});
