import { z } from "zod";
import { tagLimits } from "@/lib/tags/model";
import { listOf, recordNumber, textOf, withoutBlanks } from "./fields";

const mostAssigned = 100;

export const StatusBody = withoutBlanks(z.object({ status: recordNumber.describe("The id of a lead status.") }));

/** All who are to work on the lead. */
export const AssignedBody = z.object({
  assigned: listOf(recordNumber, mostAssigned).describe("Ids of team users: the full set. Empty clears."),
});

/** All tags of the lead. */
export const TagsBody = z.object({
  tags: listOf(textOf(tagLimits.length), tagLimits.perRecord).describe("The full set. Empty clears."),
});
