import { Conflict, type DomainError, Invalid, NotFound, Unavailable } from "@/lib/access/errors";

/** What the database said, as node-postgres reports it. */
type DatabaseError = Error & { code: string; constraint?: string };

const noMember = (field: string) => () =>
  Invalid.field(field, "unknown", "There is no such user in the location. Name a member by their id.");

/** The sentence for each constraint that a caller's input can meet: the constraint is the truth, checks before it a courtesy. */
const constraintErrors: Record<string, (cause: unknown) => DomainError> = {
  appointments_no_double_booking: (cause) =>
    new Conflict("appointment_overlap", "There is an appointment at this time. Choose another time.", { cause }),
  appointments_end_after_start: () =>
    Invalid.field("endsAt", "end_before_start", "An appointment must end after it starts."),
  users_email: () => Invalid.field("email", "taken", "This email address is in use already."),
  teams_name: () => Invalid.field("name", "taken", "There is a team of this name."),
  members_team: () => Invalid.field("teamId", "unknown", "There is no such team."),
  users_username: () => Invalid.field("username", "taken", "This username is in use already."),
  contacts_assigned_to: noMember("assignedToId"),
  contact_followers_user: noMember("followers"),
  tasks_assigned_to: noMember("assignedToId"),
  notes_created_by: noMember("authorId"),
  opportunities_owner: noMember("ownerId"),
  opportunity_followers_user: noMember("followers"),
  contacts_business: () => Invalid.field("businessId", "unknown", "There is no such business in the location."),
  campaign_contacts_campaign: () => new NotFound("campaign"),
  workflow_enrolments_workflow: () => new NotFound("workflow"),
  custom_fields_key: (cause) =>
    new Conflict("field_taken", "There is a field with this key by now. Rename or delete it first.", { cause }),
  tags_name: (cause) => new Conflict("tag_taken", "There is a tag of this name.", { cause }),
};

const connectionCodes = /^(08...|57P0[1-3]|53[034]00|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT|ETIMEDOUT)$/;

/** The error node-postgres threw, whatever drizzle wrapped it in; null for any other. */
export function databaseErrorOf(error: unknown): DatabaseError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    // node-postgres and Node's sockets report alike: an error with a code.
    if ("code" in cause && typeof cause.code === "string" && cause.code.length >= 5) return cause as DatabaseError;
  }
  return null;
}

export const foreignKeyViolation = "23503";
/** Where a lead is was looked up before: whoever breaks this met somebody who took a stage away, or came into it. */
const isStageOfLead = ({ code, constraint }: DatabaseError) =>
  code === foreignKeyViolation && constraint === "opportunities_stage_of_pipeline";

/** Whether running the transaction again may succeed: it lost against another one. */
export function isRetryable(error: unknown): boolean {
  const found = databaseErrorOf(error);
  return found !== null && (found.code === "40001" || found.code === "40P01" || isStageOfLead(found));
}

/** `error` in the words of the domain where it is something the caller can act on, else as it was. */
export function translateDatabaseError(error: unknown): unknown {
  const found = databaseErrorOf(error);
  if (!found) return isLostConnection(error) ? new Unavailable(undefined, { cause: error }) : error;
  const translate = found.constraint ? constraintErrors[found.constraint] : undefined;
  if (translate) return translate(found);
  return connectionCodes.test(found.code) ? new Unavailable(undefined, { cause: found }) : error;
}

/** node-postgres says these without a code. */
function isLostConnection(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (
      /Connection terminated|connection timeout|timeout exceeded when trying to connect|not queryable/i.test(
        cause.message,
      )
    )
      return true;
  }
  return false;
}
