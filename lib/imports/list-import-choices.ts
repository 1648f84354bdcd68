import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { loadReferences, type References } from "./internal/references";
import { requireImporter } from "./internal/select-imports";

export type ImportChoices = Omit<References, "categoryId">;

/** The stages, members and custom fields that a plan can name. @throws Forbidden for who does not see all leads. */
export function listImportChoices(context: Context): Promise<ImportChoices> {
  requireImporter(context);
  return read(context, (transaction) => loadReferences(transaction, context));
}
