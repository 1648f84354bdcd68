import { withoutSource } from "@/lib/leads/model";
import type { Condition, Group, LeadField } from "@/lib/leads/query/model";
import type { PipelineStage } from "@/lib/pipelines/list-stages";
import { type LeadScope, type ReportScope, withoutOwner } from "@/lib/reports/model";
import type { Span } from "./spans";

/** The leads of a report's pipeline, owner and source, as conditions of the list that shows them. */
export const scopeConditions = ({ pipelineId, owner, source }: LeadScope): Condition[] => [
  ...(pipelineId ? [{ field: "pipeline", operator: "is", value: pipelineId } as const] : []),
  ...(owner ? [isOrEmpty("owner", owner, withoutOwner)] : []),
  ...(source ? [isOrEmpty("source", source, withoutSource)] : []),
];

/**
 * The same for adding up: the tallies know a lead's stage, and of its pipeline only through that. No
 * lead where the location has no such pipeline.
 */
export const talliedScope = (scope: ReportScope, stages: readonly PipelineStage[]): Group => ({
  all: scopeConditions(scope).map((condition) =>
    condition.field === "pipeline"
      ? inStages(stages.filter(({ pipeline }) => pipeline.id === scope.pipelineId))
      : condition,
  ),
});

/** Leads in one of these stages; without any, no lead. */
export const inStages = (stages: readonly Pick<PipelineStage, "id">[]): Condition => ({
  field: "stage",
  operator: "anyOf",
  value: stages.length === 0 ? [""] : stages.map(({ id }) => id),
});

/** What happened on one of these days of the location; always, without them. */
export const onDays = (field: LeadField, span: Span | null): Condition[] =>
  span ? [{ field, operator: "between", value: [span.from, span.to] }] : [];

const isOrEmpty = (field: LeadField, value: string, empty: string): Condition =>
  value === empty ? { field, operator: "isEmpty" } : { field, operator: "is", value };
