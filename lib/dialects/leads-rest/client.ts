import { z } from "zod";
import type { Client } from "@/lib/clients/model";
import { email, integer, oneOf, shortText, withoutBlanks } from "./fields";
import { isoMicroseconds } from "./lead-object";
import { sentences } from "./sentences";

const mostDueDays = 3650;

export const ConvertBody = withoutBlanks(
  z.object({
    first_name: shortText,
    last_name: shortText,
    email: email.describe("Of no other client or team user."),
    client_company_name: shortText.optional(),
    client_billing_invoice_due_days: integer
      .refine((days) => days >= 0 && days <= mostDueDays, sentences.between(0, mostDueDays))
      .optional(),
    send_welcome_email: oneOf(["yes", "no"]).default("no"),
    delete_lead: oneOf(["yes", "no"]).default("no"),
  }),
);

/** What the body says about the client, as the domain takes it. */
export const clientFrom = (body: z.output<typeof ConvertBody>) => ({
  firstName: body.first_name,
  lastName: body.last_name,
  email: body.email,
  companyName: body.client_company_name,
  invoiceDueDays: body.client_billing_invoice_due_days,
  sendsWelcomeMail: body.send_welcome_email === "yes",
  deletesLead: body.delete_lead === "yes",
});

/** The address in a body that does not fit, where it is one. */
export const emailIn = (body: unknown): { email: string | undefined } => ({
  email: z.object({ email }).safeParse(body).data?.email,
});

export const ClientAnswer = z.object({
  data: z
    .object({
      id: z.int(),
      first_name: z.string(),
      last_name: z.string(),
      email: z.string(),
      company_name: z.string().nullable(),
      billing_invoice_due_days: z.int().nullable(),
      dates: z.object({ created: z.string(), updated: z.string() }),
    })
    .meta({ id: "RestClient" }),
  message: z.string(),
});

export const printClient = (client: Client): z.infer<typeof ClientAnswer> => ({
  data: {
    id: client.number,
    first_name: client.firstName,
    last_name: client.lastName,
    email: client.email,
    company_name: client.business?.name ?? null,
    billing_invoice_due_days: client.invoiceDueDays,
    dates: { created: isoMicroseconds(client.createdAt), updated: isoMicroseconds(client.updatedAt) },
  },
  message: "Lead converted to client successfully.",
});
