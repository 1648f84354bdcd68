import {
  FollowersAdded,
  FollowersBody,
  FollowersRemoved,
  leavingOf,
  RemoveFollowersBody,
  RemoveFollowersQuery,
} from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";
import { OpportunityPath } from "@/lib/dialects/highlevel/opportunity";
import { followLead } from "@/lib/leads/follow-lead";

export const POST = operation("opportunities-add-followers-opportunity", {
  path: OpportunityPath,
  body: FollowersBody,
  answer: FollowersAdded,
  input: ({ path, body }) => ({ lead: path, add: body.followers }),
  run: followLead,
  print: ({ followers, changed }) => ({ followers, followersAdded: changed }),
});

export const DELETE = operation("opportunities-remove-followers-opportunity", {
  path: OpportunityPath,
  query: RemoveFollowersQuery,
  body: RemoveFollowersBody,
  answer: FollowersRemoved,
  input: ({ path, query, body }) => ({ lead: path, ...leavingOf(query, body) }),
  run: followLead,
  print: ({ followers, changed }) => ({ followers, followersRemoved: changed }),
});
