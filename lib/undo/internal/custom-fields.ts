import { ChangedSince } from "@/lib/access/errors";
import { type FieldArrangement, lockFields, writeFieldArrangement } from "@/lib/custom-fields/arrange-fields";
import { happens } from "./happenings";
import type { Inverse } from "./inverse";

/** Puts custom fields back into the order they had, and under the headings. */
export const arrangeFieldsBack: Inverse = async (transaction, context, { subject, before, after }) => {
  // As `arrangeFields` wrote them into the event.
  const [wanted, known] = [before as FieldArrangement, after as FieldArrangement];
  const present = await lockFields(transaction, context, wanted.recordType);
  const said = ({ fields }: FieldArrangement) => JSON.stringify(fields.map(({ id, folder }) => [id, folder]));
  if (said(present) !== said(known))
    throw new ChangedSince("This can not be undone: somebody arranged the fields since.", [
      { field: "fields", wanted: wanted.fields, present: present.fields },
    ]);
  await writeFieldArrangement(transaction, context, wanted);
  return { event: happens("field.arranged", subject, { before: after, after: before }) };
};
