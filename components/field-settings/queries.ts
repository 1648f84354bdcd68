import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { FieldsAnswer, FieldUsageAnswer } from "@/lib/dialects/native/custom-fields";

/** The custom fields of leads and contacts. */
export const fieldsQuery = () =>
  queryOptions({
    queryKey: ["custom-fields"],
    queryFn: ({ signal }) => api<FieldsAnswer>("/api/app/custom-fields", { signal }),
  });

/** How many records have a value of a field. */
export const fieldUsageQuery = (fieldId: string) =>
  queryOptions({
    queryKey: ["custom-fields", fieldId, "usage"],
    queryFn: ({ signal }) => api<FieldUsageAnswer>(`/api/app/custom-fields/${fieldId}/usage`, { signal }),
    staleTime: 0,
  });

/** Reads again what the screens have of custom fields. */
export function refreshFields(client: QueryClient): void {
  for (const key of ["custom-fields", "lead-choices", "lead", "leads"])
    void client.invalidateQueries({ queryKey: [key] });
  void client.invalidateQueries({ queryKey: ["imports", "choices"] });
}
