import type { Context } from "@/lib/access/context";
import { read } from "@/lib/data/doors";
import { importInLocation, requireImporter } from "./internal/select-imports";
import type { Import } from "./model/import";

/** An import and how far it is. @throws NotFound; Forbidden for who does not see all leads. */
export function getImport(context: Context, { id }: { id: string }): Promise<Import> {
  requireImporter(context);
  return read(context, (transaction) => importInLocation(transaction, context, id));
}
