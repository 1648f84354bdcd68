import { beforeAll, describe, expect, test } from "vitest";
import { routeTable } from "@/app/api/table";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aMember, aToken, contextOf, type Member } from "@/db/testing/factories";
import { aRestApi, anAddress, form, invalid, leadPath, optionalFields, timestamp } from "@/db/testing/rest-api";
import type { Location } from "@/lib/access/context";
import { getLead } from "@/lib/leads/get-lead";

let location: Location;
let sam: Member;
let call: ReturnType<typeof apiCaller>;
let required: Awaited<ReturnType<typeof aRestApi>>["required"];

beforeAll(async () => {
  ({ location, call, required } = await aRestApi(routeTable));
  sam = await aMember(location, { name: "Sam Lee", role: "rep" });
});

describe("actions", () => {
  test("status", async () => {
    const lead = await aLead(location);
    const { number } = (await aLead(location, { stage: { key: "potential" } })).stage;
    const { status, body } = await call("PUT", leadPath(lead, "/status"), form({ status: String(number) }));
    expect(status).toBe(200);
    expect(body).toMatchObject({ data: { status: { id: number } }, message: "Lead status updated successfully." });
    for (const [sent, sentence] of [
      [{}, "The status field is required."],
      [{ status: "" }, "The status field is required."],
      [{ status: "won" }, "The status must be an integer."],
      [{ status: "999999999" }, "The selected status is invalid."],
    ] as const) {
      expect((await call("PUT", leadPath(lead, "/status"), form({ ...sent }))).body).toEqual(
        invalid({ status: [sentence] }),
      );
    }
  });

  test("assigned", async () => {
    const lead = await aLead(location);
    const kim = await aMember(location, { name: "Kim" });
    const assign = async (sent: Parameters<typeof call>[2]) =>
      (await call("PUT", leadPath(lead, "/assigned"), sent)).body;
    const [first, second] = [String(kim.number), String(sam.number)];
    expect(
      await assign(
        form([
          ["assigned[]", first],
          ["assigned[]", second],
        ]),
      ),
    ).toMatchObject({
      data: {
        assigned: [
          { id: kim.number, name: "Kim" },
          { id: sam.number, name: "Sam Lee" },
        ],
      },
      message: "Lead assignees updated successfully.",
    });
    // PHP's http_build_query counts the places.
    expect((await assign(form({ "assigned[0]": second, "assigned[1]": first }))).data.assigned[0].id).toBe(sam.number);
    expect((await assign({ json: { assigned: [kim.number, first] } })).data.assigned).toHaveLength(1);
    for (const empty of [form({ assigned: "" }), form({ "assigned[]": "" }), { json: { assigned: [] } }]) {
      await assign({ json: { assigned: [kim.number] } });
      expect((await assign(empty)).data.assigned).toEqual([]);
    }
    for (const [sent, errors] of [
      [{}, { assigned: ["The assigned field is required."] }],
      [{ assigned: null }, { assigned: ["The assigned field is required."] }],
      [{ assigned: 5 }, { assigned: ["The assigned must be an array."] }],
      [{ assigned: [kim.number, "x"] }, { "assigned.1": ["The assigned.1 must be an integer."] }],
      [
        { assigned: [999999999, kim.number, -1] },
        {
          "assigned.0": ["The selected assigned.0 is invalid."],
          "assigned.2": ["The selected assigned.2 is invalid."],
        },
      ],
      [{ assigned: Array(101).fill(1) }, { assigned: ["The assigned must not have more than 100 items."] }],
    ] as const) {
      expect(await assign({ json: sent })).toEqual(invalid(errors));
    }
    expect((await getLead(contextOf(location), lead)).assigned).toEqual([]);
  });

  test("tags", async () => {
    const lead = await aLead(location);
    const tag = async (sent: Parameters<typeof call>[2]) => (await call("PUT", leadPath(lead, "/tags"), sent)).body;
    expect(
      await tag(
        form([
          ["tags[]", "priority"],
          ["tags[]", "Priority"],
          ["tags[]", "second"],
        ]),
      ),
    ).toMatchObject({
      data: { tags: ["priority", "second"] },
      message: "Lead tags updated successfully.",
    });
    expect((await tag({ json: { tags: [" third ", "Third", "  "] } })).data.tags).toEqual(["third"]);
    expect((await tag(form({ "tags[]": "" }))).data.tags).toEqual([]);
    expect(await tag({ json: {} })).toEqual(invalid({ tags: ["The tags field is required."] }));
    expect(await tag({ json: { tags: ["ok", 5] } })).toEqual(invalid({ "tags.1": ["The tags.1 must be a string."] }));
    expect(await tag({ json: { tags: ["x".repeat(256)] } })).toEqual(
      invalid({ "tags.0": ["The tags.0 must not be greater than 255 characters."] }),
    );
  });

  test("archive and activate, once and again", async () => {
    const lead = await aLead(location);
    for (const [action, state] of [
      ["archive", "archived"],
      ["activate", "active"],
    ] as const) {
      for (let attempt = 0; attempt < 2; attempt++) {
        const { status, body } = await call("PUT", leadPath(lead, `/${action}`));
        expect([status, body.data.active_state, body.message]).toEqual([200, state, `Lead ${action}d successfully.`]);
      }
    }
  });

  test("delete takes the lead and its comments along", async () => {
    const lead = await aLead(location);
    const { body: comment } = await call("POST", leadPath(lead, "/comments"), form({ comment: "Hello" }));
    expect((await call("DELETE", leadPath(lead))).body).toEqual({
      data: { id: lead.number },
      message: "Lead deleted successfully.",
    });
    for (const [method, rest] of [
      ["GET", ""],
      ["DELETE", ""],
      ["GET", "/comments"],
      ["DELETE", `/comments/${comment.data.id}`],
    ] as const) {
      expect((await call(method, leadPath(lead, rest))).status, `${method} ${rest}`).toBe(404);
    }
  });
});

describe("comments", () => {
  test("are listed the oldest first, with who wrote them", async () => {
    const lead = await aLead(location);
    const asSam = apiCaller(routeTable, (await aToken(location, { user: sam })).secret);
    const { status, body } = await asSam("POST", leadPath(lead, "/comments"), form({ comment: "Called the prospect" }));
    expect(status).toBe(201);
    expect(body).toEqual({
      data: { id: expect.any(Number), text: "Called the prospect", creator: { id: sam.number, name: "Sam Lee" } },
      message: "Lead comment added successfully.",
    });
    const { body: byKey } = await call("POST", leadPath(lead, "/comments"), { json: { comment: " As it is \n" } });
    expect(byKey.data).toMatchObject({ text: " As it is \n", creator: { id: 0, name: "Test" } });
    expect((await call("GET", leadPath(lead, "/comments"))).body).toEqual({
      data: [body.data, byKey.data],
      message: "Lead comments retrieved successfully.",
    });
    expect((await call("DELETE", leadPath(lead, `/comments/${body.data.id}`))).body).toEqual({
      data: { id: body.data.id },
      message: "Lead comment deleted successfully.",
    });
    expect(await call("DELETE", leadPath(lead, `/comments/${body.data.id}`))).toMatchObject({
      status: 404,
      body: { message: "This comment does not exist." },
    });
    expect((await call("GET", leadPath(lead, "/comments"))).body.data).toEqual([byKey.data]);
  });

  test("need a text, and the lead they are about", async () => {
    const [lead, other] = [await aLead(location), await aLead(location)];
    for (const sent of [form({}), form({ comment: " " }), { json: { comment: null } }]) {
      expect((await call("POST", leadPath(lead, "/comments"), sent)).body).toEqual(
        invalid({ comment: ["The comment field is required."] }),
      );
    }
    const { body } = await call("POST", leadPath(lead, "/comments"), form({ comment: "Mine" }));
    expect((await call("DELETE", leadPath(other, `/comments/${body.data.id}`))).status).toBe(404);
    for (const id of ["x", "-1", "1.5", "9".repeat(30), "0x1"]) {
      expect((await call("DELETE", leadPath(lead, `/comments/${id}`))).status, id).toBe(404);
    }
  });
});

describe("convert", () => {
  const jane = () => ({ first_name: "Jane", last_name: "Doe", email: anAddress() });

  test("answers the new client, and the lead says that it was converted", async () => {
    const lead = await aLead(location);
    const sent = {
      ...jane(),
      client_company_name: "Acme Inc",
      client_billing_invoice_due_days: "14",
      send_welcome_email: "no",
    };
    const { status, body } = await call("POST", leadPath(lead, "/convert"), form(sent));
    expect(status).toBe(201);
    expect(body).toEqual({
      data: {
        id: expect.any(Number),
        first_name: "Jane",
        last_name: "Doe",
        email: sent.email,
        company_name: "Acme Inc",
        billing_invoice_due_days: 14,
        dates: { created: expect.stringMatching(timestamp), updated: expect.stringMatching(timestamp) },
      },
      message: "Lead converted to client successfully.",
    });
    const { data } = (await call("GET", leadPath(lead))).body;
    expect(data.converted).toEqual({
      is_converted: true,
      client_id: body.data.id,
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    const again = await call("POST", leadPath(lead, "/convert"), form(jane()));
    expect([again.status, again.body]).toEqual([409, { message: expect.stringContaining("converted") }]);
    expect((await call("POST", leadPath(await aLead(location), "/convert"), form(sent))).body).toEqual(
      invalid({ email: ["The email has already been taken."] }),
    );
  });

  test("removes the lead when told", async () => {
    const lead = await aLead(location);
    expect((await call("POST", leadPath(lead, "/convert"), form({ ...jane(), delete_lead: "yes" }))).status).toBe(201);
    expect((await call("GET", leadPath(lead))).status).toBe(404);
  });

  test("tells every field that is wrong, and writes nothing", async () => {
    const lead = await aLead(location);
    const wrong = {
      email: "nobody",
      client_billing_invoice_due_days: "-1",
      send_welcome_email: "maybe",
      delete_lead: "1",
    };
    expect((await call("POST", leadPath(lead, "/convert"), form(wrong))).body).toEqual(
      invalid({
        first_name: ["The first name field is required."],
        last_name: ["The last name field is required."],
        email: ["The email must be a valid email address."],
        client_billing_invoice_due_days: ["The client billing invoice due days must be between 0 and 3650."],
        send_welcome_email: ["The selected send welcome email is invalid."],
        delete_lead: ["The selected delete lead is invalid."],
      }),
    );
    const email = anAddress();
    await aMember(location, { email });
    expect((await call("POST", leadPath(lead, "/convert"), form({ email: email.toUpperCase() }))).body.errors).toEqual({
      first_name: ["The first name field is required."],
      last_name: ["The last name field is required."],
      email: ["The email has already been taken."],
    });
    expect(await getLead(contextOf(location), lead)).toEqual(lead);
  });
});

describe("clone", () => {
  test("answers the new lead: what is sent overrides, the rest comes along", async () => {
    const { data: lead } = (await call("POST", "/api/leads", form({ ...required, ...optionalFields() }))).body;
    const sent = {
      lead_title: "Acme – new website (copy)",
      lead_status: required.lead_status,
      lead_value: "10",
      copy_checklist: "on",
      copy_files: "on",
    };
    const { status, body } = await call("POST", `/api/leads/${lead.id}/clone`, form(sent));
    expect(status).toBe(201);
    expect(body.message).toBe("Lead cloned successfully.");
    const { id, title, value, dates, ...rest } = body.data;
    expect(id).not.toBe(lead.id);
    expect([title, value, dates.created]).toEqual([sent.lead_title, "10.00", expect.stringMatching(timestamp)]);
    expect(lead).toMatchObject(rest);
  });

  test("tells everything that is wrong at once", async () => {
    const lead = await aLead(location);
    expect(
      (
        await call(
          "POST",
          leadPath(lead, "/clone"),
          form({ lead_status: "999999999", copy_files: "1", lead_email: "x" }),
        )
      ).body,
    ).toEqual(
      invalid({
        lead_title: ["The lead title field is required."],
        lead_status: ["The selected lead status is invalid."],
        lead_email: ["The lead email must be a valid email address."],
        copy_files: ["The selected copy files is invalid."],
      }),
    );
    expect((await call("POST", leadPath(lead, "/clone"), form({ lead_title: "x" }))).body).toEqual(
      invalid({ lead_status: ["The lead status field is required."] }),
    );
  });
});
