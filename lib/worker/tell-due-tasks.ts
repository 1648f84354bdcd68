import { sql } from "drizzle-orm";
import { findLocation } from "@/lib/access/identity";
import { asSystem } from "@/lib/data/doors";
import { newId } from "@/lib/kit/id";
import { tellDue } from "@/lib/tasks/tell-due";

const batchSize = 500;

/**
 * Says of every task that fell due that it did, also of what did so while no worker ran, for up to three
 * days. One that is due on a day, which is at midnight in the location's zone, is told of at nine that
 * day where the person is whom it was given to.
 */
export async function tellDueTasks(): Promise<void> {
  for (;;) {
    const due = await asSystem("find tasks that fell due", async (transaction) => {
      const { rows } = await transaction.execute<{ location_id: string; id: string; due_at: string }>(findDue);
      return rows;
    });
    for (const { location_id: locationId, id: taskId, due_at: dueAt } of due) {
      const location = await findLocation(locationId);
      if (!location) continue;
      const actor = { type: "system", name: "Leadwright" } as const;
      const context = { actor, location, now: new Date(), requestId: newId() };
      await tellDue(context, { taskId, dueAt: new Date(dueAt) });
    }
    if (due.length < batchSize) return;
  }
}

// No zone is more than 26 hours from another.
const findDue = sql`
  select t.location_id, t.id, t.due_at
  from locations l
  cross join lateral (
    select * from tasks
    where location_id = l.id and due_at between now() - interval '3 days' and now() + interval '26 hours'
      and completed_at is null and deleted_at is null and assigned_to_id is not null and told_due_at is distinct from due_at
  ) t
  join users u on u.id = t.assigned_to_id
  where now() >= case
    when (t.due_at at time zone l.time_zone)::time = '00:00'
      then ((t.due_at at time zone l.time_zone)::date + time '09:00') at time zone coalesce(u.time_zone, l.time_zone)
    else t.due_at end
  order by t.due_at
  limit ${batchSize}`;
