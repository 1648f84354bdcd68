import { z } from "zod";
import type { Context } from "@/lib/access/context";
import { isEmail } from "@/lib/kit/email";
import type { listMembers } from "@/lib/members/list-members";
import { asOf, id, time } from "./fields";

const Role = z.enum(["admin", "manager", "rep"]);
const Visibility = z
  .enum(["own", "team", "all"])
  .describe("Whose records they see: those they made, own or follow; also those of their team; or everybody's.");

export const TeamAnswer = z.object({ id: z.string(), name: z.string() });

export const MembersAnswer = z.object({
  asOf: time,
  timeZone: z.string(),
  members: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      username: z.string(),
      email: z.string(),
      role: Role,
      visibility: Visibility,
      teamId: z.string().nullable(),
      hasSecondFactor: z.boolean().describe("Whether a code of an authenticator app is asked of them at sign-in."),
      invitedUntil: time
        .nullable()
        .describe("Until when the link of their invitation works; null once they have come in."),
      deactivatedAt: time.nullable(),
    }),
  ),
  teams: z.array(TeamAnswer),
});

export const MemberPath = z.object({ userId: id });

export const InviteMemberBody = z.object({
  name: z.string().trim().min(1, "Enter their name.").max(200, "Use at most 200 characters."),
  email: z.string().trim().refine(isEmail, "Enter an email address, such as ada@example.com."),
  role: Role,
  visibility: Visibility.default("all"),
  teamId: id.nullable().default(null),
});

export const InvitedAnswer = z.object({ userId: z.string() });

export const UpdateMemberBody = z.object({
  role: Role.optional(),
  visibility: Visibility.optional(),
  teamId: id.nullable().optional(),
  active: z.boolean().optional().describe("False: they may not sign in to the location any more."),
});

export const TeamPath = z.object({ teamId: id });

export const TeamBody = z.object({
  name: z.string().trim().min(1, "Give the team a name.").max(100, "Use at most 100 characters."),
});

export type MembersAnswer = z.infer<typeof MembersAnswer>;
export type TeamAnswer = z.infer<typeof TeamAnswer>;
export type InviteMemberBody = z.input<typeof InviteMemberBody>;
export type UpdateMemberBody = z.input<typeof UpdateMemberBody>;

/** Members and teams as the wire shows them. */
export const printMembers = (
  { members, teams }: Awaited<ReturnType<typeof listMembers>>,
  context: Context,
): MembersAnswer => ({
  ...asOf(context),
  teams,
  members: members.map(({ invitedUntil, deactivatedAt, ...member }) => ({
    ...member,
    invitedUntil: invitedUntil && invitedUntil.toISOString(),
    deactivatedAt: deactivatedAt && deactivatedAt.toISOString(),
  })),
});
