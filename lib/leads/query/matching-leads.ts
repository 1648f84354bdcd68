import type { SQL } from "drizzle-orm";
import type { Context } from "@/lib/access/context";
import type { Readers } from "@/lib/access/readers";
import { type MadeBetween, readableRows, readableRowsOfOthers } from "@/lib/leads/internal/readable";
import { describeField, type Group, isLeadField } from "@/lib/leads/query/model";
import { leadColumn } from "./internal/field-columns";
import { groupSql } from "./internal/group-sql";

/**
 * The leads that the caller may read and that `filter` lists, as a source for `from` that is called like
 * `opportunities`: what a report adds up, so that its numbers are those of the list that the same filter
 * opens. The filter is our own, of fields of the lead itself. @throws Error for fields of the contact or
 * of the location.
 */
export const matchingLeads = (context: Context, filter: Group, made?: MadeBetween): SQL =>
  readableRows(context, whereOf(context, filter), made);

/** Those of `matchingLeads` that no reader owns: that one of `readers` made, or follows. */
export const matchingLeadsOfOthers = (context: Context, readers: Readers, filter: Group): SQL =>
  readableRowsOfOthers(context, readers, whereOf(context, filter));

const whereOf = (context: Context, filter: Group): SQL | undefined =>
  groupSql(
    filter,
    (field) => {
      const column = isLeadField(field) ? leadColumn(field, context.now) : null;
      return column && isLeadField(field) && column.of !== "contact"
        ? { kind: describeField(field).kind, column }
        : null;
    },
    context,
  );
