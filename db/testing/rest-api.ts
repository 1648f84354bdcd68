import { z } from "zod";
import { apiCaller } from "@/db/testing/call-api";
import { aLead, aLocation, aToken } from "@/db/testing/factories";
import type { Location } from "@/lib/access/context";
import type { RouteTable } from "@/lib/http/direct-door";
import { newId } from "@/lib/kit/id";
import type { Lead } from "@/lib/leads/model";

/** A location with a lead in it, a program with its key, and the fields that leads-rest asks every lead for. */
export async function aRestApi(table: RouteTable, given: Partial<Location> = {}) {
  const location = await aLocation(given);
  const lead = await aLead(location);
  const call = apiCaller(table, (await aToken(location)).secret);
  const required = {
    lead_title: "Acme – new website",
    lead_status: String(lead.stage.number),
    lead_categoryid: String(lead.category.number),
  };
  return { location, lead, call, required };
}

/** Fields as a form sends them. */
export const form = (fields: Record<string, string> | [string, string][]) => ({ body: new URLSearchParams(fields) });

/** How leads-rest answers a body with wrong fields. */
export const invalid = (errors: Record<string, readonly string[]>) => ({
  message: "The given data was invalid.",
  errors,
});

/** The titles in an answered list. */
export const titlesIn = (body: unknown): string[] =>
  z
    .object({ data: z.array(z.object({ title: z.string() })) })
    .parse(body)
    .data.map(({ title }) => title);

/** The path of a lead. */
export const leadPath = (lead: Pick<Lead, "number">, rest = ""): string => `/api/leads/${lead.number}${rest}`;

/** An address that nobody else has. */
export const anAddress = (): string => `${newId().toLowerCase()}@example.com`;

/** Every field that leads-rest takes but the three it requires. */
export const optionalFields = () => ({
  lead_firstname: "Jane",
  lead_lastname: "Doe",
  lead_email: anAddress(),
  lead_phone: "+1 555 0100",
  lead_company_name: "Acme Inc",
  lead_job_position: "CTO",
  lead_website: "https://acme.example",
  lead_value: "2500",
  lead_source: "Website",
  lead_last_contacted: "2026-06-15",
  lead_description: "Inbound enquiry.",
  lead_street: "1 Road",
  lead_city: "Oslo",
  lead_state: "Viken",
  lead_zip: "0150",
  lead_country: "Norway",
});

/** How leads-rest prints an instant. */
export const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
