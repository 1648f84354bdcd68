import { endpoint } from "@/lib/dialects/native/dialect";
import { ProfileAnswer, ProfileBody } from "@/lib/dialects/native/profile";
import { requireUser } from "@/lib/dialects/native/session";
import { getProfile, updateProfile } from "@/lib/users/profile";

export const GET = endpoint({
  operation: "app-get-profile",
  summary: "Who the person is, and how they want dates and numbers",
  permission: "profile",
  answer: ProfileAnswer,
  input: (_wire, context) => requireUser(context),
  run: (_context, userId) => getProfile(userId),
  print: (profile) => profile,
});

export const PATCH = endpoint({
  operation: "app-update-profile",
  summary: "Change one's own profile",
  permission: "profile",
  body: ProfileBody,
  answer: ProfileAnswer,
  input: ({ body }, context) => ({ userId: requireUser(context), changes: body }),
  run: ({ now }, { userId, changes }) => updateProfile(userId, changes, now),
  print: (profile) => profile,
});
