import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { opportunities } from "@/db/schema/opportunities";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem } from "@/lib/data/doors";
import { LeadsAnswer } from "@/lib/dialects/native/lead-query";
import { addLeadTask } from "@/lib/leads/add-lead-task";
import type { CreateLead } from "@/lib/leads/model";
import { moveLeads } from "@/lib/leads/move-leads";
import { createTeam } from "@/lib/members/save-team";

type Call = ReturnType<typeof apiCaller>;

let location: Location;
let call: Record<"admin" | "team" | "own", Call>;
let pipelineId: string;
let people: Record<"rita" | "tom" | "ann", Member>;

/** A lead that was made so many days ago, and came into its state half way from then. */
async function made(days: number, given: CreateLead, status: "open" | "won" | "lost" = "open", by?: Member) {
  const lead = await aLead(location, { valueMinor: days * 100, ...given }, by);
  if (status !== "open") await moveLeads(contextOf(location), { leads: [lead], status });
  const [at, since] = [days, days / 2].map((age) => new Date(Date.now() - age * 86_400_000));
  if (days % 3 === 0)
    await addLeadTask(contextOf(location), {
      lead: { id: lead.id },
      title: "Call",
      dueAt: new Date(Date.now() + (days % 2 === 0 ? 1 : -1) * 86_400_000),
    });
  await asSystem("test", (transaction) =>
    transaction
      .update(opportunities)
      .set({ createdAt: at, statusChangedAt: since, stageChangedAt: since })
      .where(eq(opportunities.id, lead.id)),
  );
}

beforeAll(async () => {
  location = await aLocation();
  const { id: teamId } = await createTeam(contextOf(location), { name: "North" });
  const ann = await aMember(location, { name: "Ann Admin" });
  const rita = await aMember(location, { name: "Rita Rep", role: "rep", visibility: "own", teamId });
  const tom = await aMember(location, { name: "Tom Team", role: "rep", visibility: "team", teamId });
  people = { ann, rita, tom };
  const key = async (user: Member) => apiCaller(routeTable, (await aToken(location, { user })).secret);
  call = { admin: await key(ann), team: await key(tom), own: await key(rita) };
  const stages = ["contact", "prospect", "potential", "tentative", "customer", "closed"];
  const owners = [undefined, ann, rita, tom];
  const sources = ["web", "fair", null];
  pipelineId = (await aLead(location)).stage.pipelineId;
  for (let place = 0; place < 48; place += 1) {
    const owner = owners[place % 4];
    await made(
      place * 4 + 1,
      {
        stage: { key: stages[place % stages.length] ?? "contact" },
        source: sources[place % 5] ?? null,
        ...(owner && { owner: { username: owner.username } }),
      },
      (["open", "won", "lost"] as const)[Math.floor(place / 3) % 3],
      place % 7 === 0 ? tom : ann,
    );
  }
});

type Counted = { leads: number; filter: object; values?: { currency: string; minor: number }[] };

const isCounted = (value: object): value is Counted =>
  "leads" in value && typeof value.leads === "number" && "filter" in value && value.filter !== null;

/** Every number of an answer that names its list, however deep. */
function numbersIn(value: unknown): Counted[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, part]) => (name === "filter" ? [] : numbersIn(part)));
  return isCounted(value) ? [value, ...inside] : inside;
}

async function listed(caller: Call, filter: object): Promise<{ leads: number; sums: Map<string, number> }> {
  const parameters = new URLSearchParams({
    filter: JSON.stringify(filter),
    limit: "1",
    total: "exact",
    sums: "true",
  });
  const { status, body } = await caller("GET", `/api/app/leads?${parameters}`);
  expect(status, JSON.stringify(body)).toBe(200);
  const { total, sums } = LeadsAnswer.parse(body);
  return {
    leads: total?.count ?? -1,
    sums: new Map((sums ?? []).map(({ currency, valueMinor }) => [currency, valueMinor])),
  };
}

const scopes = (): Record<string, string>[] => [
  { range: "90" },
  { range: "all" },
  { range: "90", owner: people.rita.id },
  { range: "365", owner: "(none)", source: "web" },
  { range: "90", source: "(none)" },
  { range: "365", pipeline: pipelineId, source: "fair" },
];

const reports = ["", "/funnel", "/forecast", "/leaders", "/stalled", "/overdue"];

test.each(reports.flatMap((report) => (["admin", "team", "own"] as const).map((who) => ({ report, who }))))(
  "overview$report: for $who, every number is the total of the list that it opens",
  async ({ report, who }) => {
    let leads = 0;
    for (const scope of scopes()) {
      const path = `/api/app/overview${report}?${new URLSearchParams(scope)}`;
      const { status, body } = await call[who]("GET", path);
      expect(status, JSON.stringify(body)).toBe(200);
      for (const number of numbersIn(body)) {
        const list = await listed(call[who], number.filter);
        expect(list.leads, `${path} ${JSON.stringify(number)}`).toBe(number.leads);
        for (const { currency, minor } of number.values ?? []) expect(list.sums.get(currency) ?? 0).toBe(minor);
        leads += number.leads;
      }
    }
    // Nothing would agree with nothing.
    expect(leads).toBeGreaterThan(0);
  },
);

test("422: a range, owner or pipeline that is none", async () => {
  for (const wrong of ["range=8", "owner=me", "pipeline=x"]) {
    expect((await call.admin("GET", `/api/app/overview?${wrong}`)).status).toBe(422);
  }
});
