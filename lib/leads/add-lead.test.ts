import { expect, test } from "vitest";
import { aLocation, aMember, contextOf } from "@/db/testing/factories";
import { addLead } from "./add-lead";

test("a lead is its maker's, in the first stage, with a contact of its name where nothing is said of one", async () => {
  const location = await aLocation();
  const ada = await aMember(location);
  const lead = await addLead(contextOf(location, ada), { name: "Roof, 12 kW", contact: {} });
  expect(lead).toMatchObject({ name: "Roof, 12 kW", ownerId: ada.id, contact: { name: "Roof, 12 kW" } });

  const known = await addLead(contextOf(location, ada), {
    name: "Battery",
    valueMinor: 120_000,
    contact: { name: "Grace Hopper", email: "grace@example.com" },
  });
  const again = await addLead(contextOf(location, ada), { name: "Charger", contact: { email: "grace@example.com" } });
  expect(again.contact.id).toBe(known.contact.id);
  expect(known.valueMinor).toBe(120_000);
});
