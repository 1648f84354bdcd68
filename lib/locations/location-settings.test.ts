import { expect, test } from "vitest";
import { aLead, aLocation, contextOf } from "@/db/testing/factories";
import { findLocation, forgetCallers } from "@/lib/access/identity";
import { readLocationSettings, saveLocationSettings } from "./location-settings";

test("a location is renamed and works by other customs; its time zone stays once there are leads", async () => {
  const location = await aLocation({ name: "Acme", timeZone: "UTC", currency: "USD", country: "US" });
  const context = contextOf(location);
  const settings = { name: "Acme Berlin", timeZone: "Europe/Berlin", currency: "EUR", country: "DE" };
  await saveLocationSettings(context, settings);
  await saveLocationSettings(context, settings);
  expect(await readLocationSettings(context)).toEqual({ ...settings, hasLeads: false });
  forgetCallers();
  expect(await findLocation(location.id)).toMatchObject(settings);

  await aLead(location);
  await expect(saveLocationSettings(context, { ...settings, timeZone: "UTC" })).rejects.toMatchObject({
    rule: "time_zone_in_use",
  });
  await saveLocationSettings(context, { ...settings, name: "Berlin" });
  expect(await readLocationSettings(context)).toEqual({ ...settings, name: "Berlin", hasLeads: true });
  expect(await readLocationSettings(contextOf(await aLocation()))).toMatchObject({ name: "Acme", hasLeads: false });
});
