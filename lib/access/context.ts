import type { Transaction } from "@/lib/data/transaction";
import { usualLocale } from "@/lib/kit/locale";
import { Forbidden } from "./errors";

export type Role = "admin" | "manager" | "rep";

/** Whose records a member sees: those they made, own or follow; also those of their team; or everybody's. */
export type Visibility = "own" | "team" | "all";

/** What a caller may do. An endpoint names the one it needs. */
export type Permission =
  | "leads.read"
  | "leads.write"
  | "imports.write"
  | "appointments.read"
  | "appointments.write"
  | "reports.read"
  | "settings.read"
  | "settings.write"
  | "profile";

/** Who calls: a person, or a location's key that speaks for nobody. */
export type Actor =
  | {
      type: "user";
      id: string;
      number: number;
      name: string;
      username: string;
      role: Role;
      visibility: Visibility;
      /** The users of their team, themselves among them; nobody else without a team. */
      teamIds: readonly string[];
      /** IANA zone in which moments are written for them; null: the location's. */
      timeZone: string | null;
      /** BCP 47, by whose customs dates and numbers are written for them: what they chose, else their browser's. */
      locale: string | null;
      /** The browser session they act through; none with a key. */ sessionId?: string;
    }
  | {
      type: "key";
      id: string;
      name: string;
      /** Whether it opens every location of its company. */ opensCompany?: boolean;
    }
  | { type: "system"; name: string };

/** The location a request is about. */
export type Location = {
  id: string;
  companyId: string;
  name: string;
  /** IANA zone of naive times. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
};

/** What every domain function is given: who, where, when, and the transaction it runs in, if there is one already. */
export type Context = {
  actor: Actor;
  location: Location;
  /** When the request arrived. Domain code asks no other clock. */
  now: Date;
  requestId: string;
  transaction?: Transaction;
  /** Where the doors note the ids of the events they write, for callers who may want to take them back. */
  written?: string[];
  /** The larger change that all of this is a part of: its events say so. */
  partOfId?: string;
  /** The import that does all of this, or takes it back: its events say so. */
  importId?: string;
  /** What people are told of all of it as, where it takes many transactions: one notification, not one of each. */
  toldAs?: string;
  /** Nobody is told of any of it: undoing withdraws what people were told before instead. */
  tellsNobody?: true;
};

/** The id of the user who calls; null for keys and the system. */
export const userIdOf = (context: Context): string | null => (context.actor.type === "user" ? context.actor.id : null);

/** The id of the user who calls. @throws Forbidden (rule `user_needed`) when a key or the system does. */
export function requireUserId(context: Context): string {
  const id = userIdOf(context);
  if (id === null) throw new Forbidden("user_needed", "Only a user can do this. Send a user's token.");
  return id;
}

/** The IANA zone in which the caller reads moments: their own, else the location's. Days of reports begin in the location's. */
export const zoneOf = ({ actor, location }: Pick<Context, "actor" | "location">): string =>
  (actor.type === "user" ? actor.timeZone : null) ?? location.timeZone;

/** By whose customs (BCP 47) numbers are written that the caller reads outside of pages. */
export const localeOf = ({ actor }: Pick<Context, "actor">): string =>
  (actor.type === "user" ? actor.locale : null) ?? usualLocale;

/** Whose records the caller sees. */
export const visibilityOf = (context: Context): Visibility =>
  context.actor.type === "user" ? context.actor.visibility : "all";

/** Whether the caller sees the records of everybody in the location. */
export const seesAll = (context: Context): boolean => visibilityOf(context) === "all";

/** Whether the caller runs the location: an admin, a key of the location, or the system. */
export const isAdministrator = (context: Context): boolean =>
  context.actor.type !== "user" || context.actor.role === "admin";
