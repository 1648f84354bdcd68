import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Issue } from "@/lib/access/errors";
import { wallTime } from "@/lib/kit/zone";
import type { Lead, LeadChanges } from "@/lib/leads/model";
import { email, freeText, oneOf, optionalWord, phone, requiredText, slug, username } from "./fields";
import { atField, atFields, type Refusals } from "./refusals";
import { sentences } from "./sentences";

/** The closed list of the document. Leads that came in elsewhere may have other sources, and print them. */
const sources = [
  "direct",
  "website",
  "facebook",
  "twitter",
  "instagram",
  "search",
  "pinterest",
  "reddit",
  "other",
] as const;

export const LeadBody = z.object(
  {
    first_name: requiredText(255),
    last_name: requiredText(255),
    email,
    phone,
    status: optionalWord.describe("A stage of the default pipeline, by its key. A new lead starts in the first one."),
    source: oneOf(sources, sentences.choice),
    location: freeText(255).describe("Where the person is, in words of their own."),
    message: freeText(255),
    assignee: username.describe("The username of who is to work on it."),
  },
  sentences.object,
);

export const UpdateLeadBody = LeadBody.extend({ slug: requiredText(258) });

export const LeadReferenceBody = z.object({ slug: slug() }, sentences.object);

/** What a body says of a lead, as the domain takes it. */
export const changesFrom = (body: z.output<typeof LeadBody>): LeadChanges => ({
  contact: {
    firstName: body.first_name,
    lastName: body.last_name,
    email: body.email,
    phone: body.phone,
    address: orNull(body.location),
  },
  source: body.source,
  description: orNull(body.message),
  ...referencesOf(body),
});

const orNull = (text: string | undefined): string | null | undefined => (text === "" ? null : text);

type References = Pick<LeadChanges, "stage" | "owner">;

const referencesOf = ({ status, assignee }: { status?: string; assignee?: string }): References => ({
  stage: status === undefined ? undefined : { key: status },
  owner: assignee === undefined ? undefined : { username: assignee },
});

const References = LeadBody.pick({ status: true, assignee: true });

/** Whom and what a body names, however much of the rest does not fit. */
const referencesIn = (body: unknown): References => {
  const { status, assignee } = References.shape;
  const sent = z.record(z.string(), z.unknown()).catch({}).parse(body);
  return referencesOf({
    status: status.safeParse(sent.status).data,
    assignee: assignee.safeParse(sent.assignee).data,
  });
};

/** What `check` finds wrong with the references in a body that does not fit, as the document says it. */
export const wrongReferences =
  (check: (context: Context, changes: LeadChanges) => Promise<Issue[]>) =>
  async (context: Context, body: unknown): Promise<Issue[]> => {
    const named = referencesIn(body);
    return atFields(await check(context, named), referenceRefusals(named));
  };

/** What the document says of a status and an assignee that the location does not have. */
export const referenceRefusals = ({ stage }: LeadChanges): Refusals => ({
  "stage.unknown": atField("status", sentences.choice(stage && "key" in stage ? stage.key : "")),
  "owner.unknown": atField("assignee", "Assignee not found."),
});

/** The part of a lead that every answer has. */
export const LeadSummary = z.object({
  id: z.int(),
  slug: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  name: z.string(),
  phone: z.string(),
  email: z.string(),
  added_on: z.string().describe("`yyyy-mm-dd hh:mm`, on the location's clock."),
  status: z.string(),
  source: z.string(),
});

export const printSummary = (lead: Lead, { location }: Context): z.infer<typeof LeadSummary> => ({
  id: lead.number,
  slug: lead.slug,
  first_name: lead.contact.firstName ?? "",
  last_name: lead.contact.lastName ?? "",
  name: lead.contact.name ?? lead.name,
  phone: lead.contact.phone ?? "",
  email: lead.contact.email ?? "",
  added_on: wallTime(lead.createdAt, location.timeZone),
  status: lead.stage.key,
  source: lead.source ?? "",
});
