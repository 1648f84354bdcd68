import { type Context, isAdministrator, userIdOf } from "@/lib/access/context";
import { Forbidden } from "@/lib/access/errors";
import type { Appointment } from "./model";

/** Whether the caller hosts the appointment, made it, or administers the location. */
export const ownsAppointment = (
  context: Context,
  { host, createdById }: Pick<Appointment, "host" | "createdById">,
): boolean => {
  const userId = userIdOf(context);
  return isAdministrator(context) || (userId !== null && (host?.id === userId || createdById === userId));
};

/** @throws Forbidden (rule `not_own_appointment`) when the appointment is somebody else's and the caller does not administer. */
export function requireOwnAppointment(context: Context, appointment: Pick<Appointment, "host" | "createdById">): void {
  if (ownsAppointment(context, appointment)) return;
  throw new Forbidden("not_own_appointment", "Only its host, who made it, or an administrator may do this.");
}
