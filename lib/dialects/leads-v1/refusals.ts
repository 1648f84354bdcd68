import { DomainError, Invalid, type Issue } from "@/lib/access/errors";
import { RequestFailed } from "./dialect";

/** How the document refuses: at a field (400, "Validation Error"), or the request as a whole (401, "Request Failed"). */
export type Refusal = { field: string | null; text: string };

/**
 * What an operation's document says instead of a rule of the domain, by the name of the rule, or of
 * the field and the rule: `lead_not_found`, `startsAt.in_past`.
 */
export type Refusals = Readonly<Record<string, Refusal>>;

export const atField = (field: string, text: string): Refusal => ({ field, text });
export const requestFailed = (text: string): Refusal => ({ field: null, text });

/** What most operations say of a slug that is no living lead's. */
export const missingLeadRefusals: Refusals = {
  lead_not_found: atField("slug", "Requested lead not found."),
  lead_deleted: atField("slug", "Requested lead already has a deleted status."),
};

/** An error of the domain as the document has it; any it has no sentence for stays what it was. */
export function asDocumented(error: unknown, refusals: Refusals): unknown {
  if (error instanceof Invalid) return documentedIssues(error.issues, refusals);
  if (!(error instanceof DomainError)) return error;
  const refusal = refusals[error.rule];
  if (!refusal) return error;
  return refusal.field === null
    ? new RequestFailed(refusal.text)
    : Invalid.field(refusal.field, error.rule, refusal.text);
}

/** Issues of the domain at the fields and in the words of the document. */
export const atFields = (issues: Issue[], refusals: Refusals): Issue[] =>
  issues.map((issue) => {
    const refusal = refusalOf(issue, refusals);
    return refusal ? { ...issue, path: refusal.field === null ? [] : [refusal.field], message: refusal.text } : issue;
  });

function documentedIssues(issues: Issue[], refusals: Refusals): DomainError {
  const asWhole = issues.map((issue) => refusalOf(issue, refusals)).filter((refusal) => refusal?.field === null);
  if (asWhole.length === issues.length) return new RequestFailed(...asWhole.map((refusal) => refusal?.text ?? ""));
  return new Invalid(atFields(issues, refusals));
}

const refusalOf = ({ path, rule }: Issue, refusals: Refusals): Refusal | undefined =>
  refusals[`${path.join(".")}.${rule}`];
