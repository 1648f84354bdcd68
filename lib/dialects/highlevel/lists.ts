import { z } from "zod";
import type { Context } from "@/lib/access/context";
import type { Workflow } from "@/lib/automations/list-workflows";
import type { Campaign } from "@/lib/campaigns/list-campaigns";
import { splitName } from "@/lib/kit/text";
import type { TeamMember } from "@/lib/users/list-team";
import { iso, known, oneOf, short } from "./fields";

export const LocationQuery = known({ locationId: short });
export const CampaignsQuery = known({
  locationId: short,
  status: z.enum(["draft", "published"], oneOf(["draft", "published"])).optional(),
});

const named = { id: z.string(), name: z.string(), status: z.string(), locationId: z.string() };
export const CampaignsAnswer = z.object({ campaigns: z.array(z.object(named)) });
export const WorkflowsAnswer = z.object({
  workflows: z.array(z.object({ ...named, version: z.number(), createdAt: z.string(), updatedAt: z.string() })),
});

export const printCampaigns = (campaigns: Campaign[], { location }: Context): z.infer<typeof CampaignsAnswer> => ({
  campaigns: campaigns.map((campaign) => ({ ...campaign, locationId: location.id })),
});

export const printWorkflows = (workflows: Workflow[], { location }: Context): z.infer<typeof WorkflowsAnswer> => ({
  workflows: workflows.map((workflow) => ({
    ...workflow,
    locationId: location.id,
    createdAt: iso(workflow.createdAt),
    updatedAt: iso(workflow.updatedAt),
  })),
});

export const UsersAnswer = z.object({
  users: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      email: z.string(),
      phone: z.string().nullable(),
      permissions: z.object({ assignedDataOnly: z.boolean() }),
      roles: z.object({
        type: z.literal("account"),
        role: z.enum(["admin", "user"]),
        locationIds: z.array(z.string()),
      }),
      deleted: z.literal(false),
    }),
  ),
});

export const printUsers = (team: TeamMember[], { location }: Context): z.infer<typeof UsersAnswer> => ({
  users: team.map(({ id, name, email, phone, role, seesOwn }) => {
    const { firstName, lastName } = splitName(name);
    return {
      id,
      name,
      firstName: firstName ?? "",
      lastName: lastName ?? "",
      email,
      phone,
      permissions: { assignedDataOnly: seesOwn },
      roles: { type: "account" as const, role: role === "admin" ? "admin" : "user", locationIds: [location.id] },
      deleted: false as const,
    };
  }),
});
