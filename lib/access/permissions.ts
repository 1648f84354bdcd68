import type { Actor, Context, Permission, Role } from "./context";
import { Forbidden } from "./errors";

const everyone: Permission[] = [
  "leads.read",
  "leads.write",
  "appointments.read",
  "appointments.write",
  "reports.read",
  "profile",
];

const permissionsOf: Record<Role, ReadonlySet<Permission>> = {
  rep: new Set(everyone),
  manager: new Set([...everyone, "imports.write", "settings.read"]),
  admin: new Set([...everyone, "imports.write", "settings.read", "settings.write"]),
};

const keyPermissions: ReadonlySet<Permission> = new Set([
  ...everyone.filter((permission) => permission !== "profile"),
  "imports.write",
]);

/** Whether `actor` may do what `permission` names. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.type === "system") return true;
  return (actor.type === "key" ? keyPermissions : permissionsOf[actor.role]).has(permission);
}

/** @throws Forbidden when the caller lacks `permission`. */
export function authorise(context: Context, permission: Permission): void {
  if (!can(context.actor, permission)) {
    throw new Forbidden("permission", "You do not have permission to do this. Ask an administrator of this location.");
  }
}
