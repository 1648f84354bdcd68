import type { QueryClient } from "@tanstack/react-query";
import { askWhich } from "@/components/fields/clash/ask-which";
import { leadChoicesQuery, stagesQuery } from "@/components/fields/lead-queries";
import type { Clash } from "@/lib/client/api";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { labelOf, sayValue } from "./labels";
import type { FieldChanges } from "./use-patch-lead";

type ClashOfLead = FieldChanges & { record: LeadRecordAnswer; clashes: readonly Clash[] };

/** Asks which of the fields that clash are to have what the person wrote. Answers what is to be sent then; null for nothing. */
export async function settleClash(
  client: QueryClient,
  { record, fields, known, clashes }: ClashOfLead,
): Promise<FieldChanges | null> {
  const [choices, stages] = await Promise.all([
    client.query(leadChoicesQuery()).catch(() => undefined),
    client.query(stagesQuery()).catch(() => undefined),
  ]);
  const { asOf, timeZone } = record;
  const around = { currency: record.lead.currency, asOf, timeZone, choices, stages: stages?.stages };
  return askWhich(
    { fields, known },
    {
      clashes,
      labelOf: (field) => labelOf(field, record),
      sayValue: (field, value) => sayValue(field.replace(/^contact\./, ""), value, around),
      now: new Date(asOf),
      timeZone,
    },
  );
}
