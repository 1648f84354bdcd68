import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { members } from "@/db/schema/members";
import { stages } from "@/db/schema/opportunities";
import { aLead, aLocation, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { watchCallers } from "@/lib/access/watch-callers";
import { stopListening } from "@/lib/data/announcements";
import { asSystem, read } from "@/lib/data/doors";
import { directDoor } from "@/lib/http/direct-door";
import { addLeadNote } from "@/lib/leads/add-lead-note";
import { assignLead } from "@/lib/leads/assign-lead";
import { deleteLead } from "@/lib/leads/delete-lead";
import { moveLeads } from "@/lib/leads/move-leads";

let location: Location;
let admin: Member;
let rep: Member;
const door = directDoor(routeTable);
const open: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  location = await aLocation();
  admin = await aMember(location, { name: "Ada Admin" });
  rep = await aMember(location, { role: "rep", visibility: "own" });
  watchCallers();
});
afterEach(async () => {
  for (const stream of open.splice(0)) await stream.close();
});
afterAll(stopListening);

/** A screen of `user`: what it was told so far, whether its stream has ended, and the id of the last event. */
async function screenOf(user: Member, after?: string) {
  const { secret } = await aToken(location, { user });
  const query = after === undefined ? "" : `?after=${after}`;
  const request = new Request(`http://leadwright.test/api/app/live${query}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  const answer = await door(request);
  if (!answer?.body) throw new Error("The stream did not open.");
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const reader = answer.body.getReader();
  const screen = { told: [] as Record<string, unknown>[], hasEnded: false, last: "", close: () => reader.cancel() };
  open.push(screen);
  const decoder = new TextDecoder();
  const follow = async () => {
    let text = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        screen.last = /^id: (.*)$/m.exec(block)?.[1] ?? screen.last;
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) screen.told.push(JSON.parse(data));
      }
    }
    screen.hasEnded = true;
  };
  void follow();
  await expect.poll(() => screen.told.some(({ type }) => type === "ready"), { timeout: 20_000 }).toBe(true);
  return screen;
}

const toldOf = (screen: { told: Record<string, unknown>[] }, lead: { id: string }) =>
  screen.told.filter(({ leadId }) => leadId === lead.id).map(({ type }) => type);

async function stageOf(key: string): Promise<string> {
  const [stage] = await read(contextOf(location), (transaction) =>
    transaction
      .select({ id: stages.id })
      .from(stages)
      .where(and(eq(stages.locationId, location.id), eq(stages.key, key))),
  );
  return stage?.id ?? "";
}

test("a screen is told who changed which lead, and nothing of another location", async () => {
  const screen = await screenOf(admin);
  const elsewhere = await aLead(await aLocation());
  const lead = await aLead(location);
  await moveLeads(contextOf(location, admin), { leads: [{ id: lead.id }], stageId: await stageOf("prospect") });
  await expect.poll(() => toldOf(screen, lead), { timeout: 20_000 }).toContain("lead.stage_changed");
  expect(screen.told.find(({ type, leadId }) => type === "lead.stage_changed" && leadId === lead.id)).toEqual({
    type: "lead.stage_changed",
    leadId: lead.id,
    contactId: lead.contact.id,
    version: 2,
    actorId: admin.id,
  });
  expect(toldOf(screen, elsewhere)).toEqual([]);
});

test("somebody who sees only their own is told of that, and of what comes to them and goes", async () => {
  const screen = await screenOf(rep);
  const [others, own] = [await aLead(location), await aLead(location, {}, rep)];
  const given = await aLead(location, { owner: { username: rep.username } });
  await moveLeads(contextOf(location), { leads: [{ id: others.id }], status: "won" });
  await assignLead(contextOf(location), { lead: given, assigned: [admin.number] });
  await deleteLead(contextOf(location), { lead: own });
  await expect.poll(() => toldOf(screen, own), { timeout: 20_000 }).toEqual(["lead.created", "lead.deleted"]);
  expect(toldOf(screen, given)).toContain("lead.assigned");
  expect(toldOf(screen, others)).toEqual([]);
});

test("a notification reaches its person alone, and says nothing of what they may not read", async () => {
  const [screen, other] = [await screenOf(rep), await screenOf(await aMember(location))];
  const lead = await aLead(location);
  await addLeadNote(contextOf(location), { lead, body: "Look", mentions: [rep.id] });
  const given = await aLead(location, { owner: { username: rep.username } });
  const notified = (told: Record<string, unknown>[]) => told.filter(({ notifies }) => notifies === true);
  const nothing = { leadId: null, contactId: null, version: null, actorId: null };
  await expect.poll(() => toldOf(screen, given), { timeout: 20_000 }).toContain("lead.created");
  expect(notified(screen.told)).toContainEqual({ type: "notification", ...nothing, notifies: true });
  expect(notified(screen.told)).toContainEqual(expect.objectContaining({ type: "lead.created", leadId: given.id }));
  expect(toldOf(screen, lead)).toEqual([]);
  await expect.poll(() => toldOf(other, given), { timeout: 20_000 }).toContain("lead.created");
  expect(notified(other.told)).toEqual([]);
});

test("a screen that comes back learns what it missed", async () => {
  const screen = await screenOf(admin);
  const seen = await aLead(location);
  await expect.poll(() => toldOf(screen, seen), { timeout: 20_000 }).toContain("lead.created");
  await screen.close();
  const missed = await aLead(location);
  const again = await screenOf(admin, screen.last);
  await expect.poll(() => toldOf(again, missed), { timeout: 20_000 }).toContain("lead.created");
  const longAgo = await screenOf(admin, "0".repeat(20));
  await expect.poll(() => longAgo.told.map(({ type }) => type), { timeout: 20_000 }).toContain("reset");
});

test("the stream ends when the caller may not read any more", async () => {
  const leaver = await aMember(location);
  const screen = await screenOf(leaver);
  await asSystem("test", (transaction) =>
    transaction
      .update(members)
      .set({ deactivatedAt: new Date() })
      .where(and(eq(members.locationId, location.id), eq(members.userId, leaver.id))),
  );
  await expect.poll(() => screen.hasEnded, { timeout: 20_000 }).toBe(true);
});
