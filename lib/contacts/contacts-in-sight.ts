import { and, eq, exists, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { contacts } from "@/db/schema/contacts";
import type { Context } from "@/lib/access/context";
import { readableContacts } from "./internal/readable";

/** Whether `column` names a contact that the caller may read. */
export const isContactInSight = (context: Context, column: AnyPgColumn): SQL =>
  exists(sql`(select 1 from ${contacts} where ${and(readableContacts(context), eq(contacts.id, column))})`);
