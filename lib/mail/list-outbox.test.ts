import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { outboxMail } from "@/db/schema/platform";
import { aLocation, contextOf } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import { asSystem, together } from "@/lib/data/doors";
import { listOutbox } from "./list-outbox";
import { queueMail } from "./queue-mail";

const link = "https://crm.example/set-password?token=a-secret_1";

const queued = (location: Location, subject: string) =>
  together(contextOf(location), (inside) =>
    queueMail(inside.transaction, inside, {
      to: "ada@example.com",
      subject,
      text: `Open ${link} now`,
      html: "",
      confidential: true,
      dedupeKey: subject,
    }),
  );

const become = (location: Location, status: "kept" | "sent") =>
  asSystem("test", (transaction) =>
    transaction.update(outboxMail).set({ status }).where(eq(outboxMail.locationId, location.id)),
  );

test("mail is listed newest first, page by page, and only the location's own", async () => {
  const location = await aLocation();
  await queued(await aLocation(), "foreign");
  for (const subject of ["one", "two", "three"]) await queued(location, subject);
  const first = await listOutbox(contextOf(location), { limit: 2 });
  expect(first.mails.map(({ subject }) => subject)).toEqual(["three", "two"]);
  const second = await listOutbox(contextOf(location), { limit: 2, after: first.next ?? "" });
  expect(second.mails.map(({ subject }) => subject)).toEqual(["one"]);
  expect(second.next).toBeNull();
});

test("a link is shown while its mail is kept, and to nobody once it is on its way", async () => {
  const location = await aLocation();
  await queued(location, "link");
  const shown = async () => (await listOutbox(contextOf(location), { limit: 1 })).mails[0]?.text;
  expect(await shown()).not.toContain("a-secret_1");
  await become(location, "kept");
  expect(await shown()).toContain(link);
  await become(location, "sent");
  expect(await shown()).not.toContain("a-secret_1");
});
