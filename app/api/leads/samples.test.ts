import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { leadCategories, opportunities, stages } from "@/db/schema/opportunities";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aMember, aToken } from "@/db/testing/factories";
import { titlesIn } from "@/db/testing/rest-api";
import { asSystem } from "@/lib/data/doors";

/** The samples of the document in its order: what `curl` sends for each, letter for letter. */
const samples = [
  ["GET", "/api/leads?status=1&limit=25", "", 200, "Leads retrieved successfully."],
  ["GET", "/api/leads/59", "", 200, "Lead retrieved successfully."],
  [
    "POST",
    "/api/leads",
    "lead_title=Acme – new website&lead_status=1&lead_categoryid=3",
    201,
    "Lead created successfully.",
  ],
  [
    "PATCH",
    "/api/leads/59",
    "lead_title=Acme – website + branding&lead_status=1&lead_categoryid=3",
    200,
    "Lead updated successfully.",
  ],
  ["PUT", "/api/leads/59/status", "status=3", 200, "Lead status updated successfully."],
  ["PUT", "/api/leads/59/assigned", "assigned[]=53&assigned[]=8", 200, "Lead assignees updated successfully."],
  ["PUT", "/api/leads/59/tags", "tags[]=priority", 200, "Lead tags updated successfully."],
  ["PUT", "/api/leads/59/archive", "", 200, "Lead archived successfully."],
  [
    "POST",
    "/api/leads/59/clone",
    "lead_title=Acme – new website (copy)&lead_status=1",
    201,
    "Lead cloned successfully.",
  ],
  [
    "POST",
    "/api/leads/59/comments",
    "comment=Called the prospect, following up next week",
    201,
    "Lead comment added successfully.",
  ],
  [
    "POST",
    "/api/leads/59/convert",
    "first_name=Jane&last_name=Doe&email=jane@acme.example&client_company_name=Acme Inc",
    201,
    "Lead converted to client successfully.",
  ],
  ["DELETE", "/api/leads/59", "", 200, "Lead deleted successfully."],
] as const;

test("the samples of the document run as they stand, where its records are there", async () => {
  const location = await aLocation();
  const lead = await aLead(location);
  const prospect = await aLead(location, { stage: { key: "prospect" } });
  await aMember(location, { number: 53 });
  await aMember(location, { number: 8 });
  await asSystem("test", async (transaction) => {
    await transaction.update(opportunities).set({ number: 59 }).where(eq(opportunities.id, lead.id));
    await transaction.update(leadCategories).set({ number: 3 }).where(eq(leadCategories.id, lead.category.id));
    // Statuses 1 and 3, whatever numbers the others have.
    await transaction.update(stages).set({ number: -3 }).where(eq(stages.number, 3));
    await transaction.update(stages).set({ number: -1 }).where(eq(stages.number, 1));
    await transaction.update(stages).set({ number: 1 }).where(eq(stages.id, lead.stage.id));
    await transaction.update(stages).set({ number: 3 }).where(eq(stages.id, prospect.stage.id));
  });
  const call = apiCaller(routeTable, (await aToken(location)).secret);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  for (const [method, path, body, status, message] of samples) {
    const answer = await call(method, path, body ? { body, headers } : {});
    expect([answer.status, answer.body.message], `${method} ${path}`).toEqual([status, message]);
  }
  expect(titlesIn((await call("GET", "/api/leads")).body)).toEqual([
    "Acme – new website (copy)",
    "Acme – new website",
    prospect.name,
  ]);
});
