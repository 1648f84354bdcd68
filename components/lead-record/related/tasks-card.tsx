"use client";

import { Trash2 } from "lucide-react";
import { taskMessages } from "@/components/fields/task/messages";
import { TaskItem } from "@/components/fields/task/task-item";
import { TaskPlan } from "@/components/fields/task/task-plan";
import { TaskTitle } from "@/components/fields/task/task-title";
import { useChangeTask } from "@/components/fields/task/use-change-task";
import { composerMessages } from "@/components/lead-record/composer/messages";
import { messages } from "@/components/lead-record/messages";
import { leadApiPath } from "@/components/lead-record/queries";
import { IconButton } from "@/components/lead-record/timeline/note-card";
import { useWrite } from "@/components/lead-record/use-write";
import { classes } from "@/components/ui/classes";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { sayExactly, sayMoment } from "@/lib/kit/moment";
import { RelatedCard } from "./related-card";
import { Tick } from "./tick";

/** What is to be done about the lead; ticked off where it stands, step by step. */
export function TasksCard({ record }: { record: LeadRecordAnswer }) {
  const { tasks, asOf, timeZone, lead } = record;
  const { send, tell } = useWrite(lead.id);
  const save = useChangeTask(asOf, timeZone);
  const change = (id: string, body: unknown, done: string) =>
    send({ method: "PATCH", path: `${leadApiPath(lead.id)}/tasks/${id}`, body, done });
  return (
    <RelatedCard
      record={record}
      title={messages.tasks}
      form="task"
      empty={tasks.length === 0 ? messages.noTasks : null}
    >
      <ul>
        {tasks.map((task) => {
          const { id, title, body, dueAt, repeats, completedAt, assignedTo, steps } = task;
          const due = dueAt ? new Date(dueAt) : null;
          const isLate = due !== null && completedAt === null && due < new Date(asOf);
          return (
            <TaskItem key={id} taskId={id} className="group/note px-4 py-1.5 text-sm">
              <div className="flex items-start gap-2">
                <Tick
                  label={messages.completeTask(title)}
                  checked={completedAt !== null}
                  onTick={(completed) =>
                    change(
                      id,
                      { completed },
                      completed ? composerMessages.taskDone(title) : composerMessages.taskOpened(title),
                    )
                  }
                  className="accent-accent mt-0.5 size-4 shrink-0"
                />
                <div className="min-w-0 flex-1">
                  <TaskTitle
                    title={title}
                    onSave={(written) => save({ task, fields: { title: written } })}
                    className={classes("break-words", completedAt && "text-ink-muted line-through")}
                  />
                  {completedAt ? (
                    <p className="text-ink-faint text-xs">{assignedTo?.name}</p>
                  ) : (
                    <TaskPlan
                      task={task}
                      now={new Date(asOf)}
                      timeZone={timeZone}
                      onSave={(fields) => save({ task, fields })}
                      className="text-ink-faint hover:bg-hover data-popup-open:bg-hover -mx-1 block min-h-6 max-w-full truncate rounded-sm px-1 text-left text-xs"
                    >
                      {due ? (
                        <time
                          dateTime={due.toISOString()}
                          title={sayExactly(due, timeZone)}
                          className={classes("figures", isLate && "text-negative font-medium")}
                        >
                          {isLate
                            ? messages.overdue(sayMoment(due, new Date(asOf), timeZone))
                            : messages.due(sayMoment(due, new Date(asOf), timeZone))}
                        </time>
                      ) : (
                        taskMessages.noDate
                      )}
                      {repeats && ` · ${taskMessages.repeats[repeats]}`}
                      {assignedTo && ` · ${assignedTo.name}`}
                    </TaskPlan>
                  )}
                  {body && <p className="text-ink-muted break-words whitespace-pre-line">{body}</p>}
                  {steps.length > 0 && (
                    <ul className="mt-1 flex flex-col gap-0.5">
                      {steps.map((step) => (
                        <li key={step.id}>
                          <label className="text-ink-muted flex min-h-6 items-start gap-2">
                            <Tick
                              checked={step.completed}
                              onTick={(completed) =>
                                change(
                                  id,
                                  { steps: [{ id: step.id, completed }] },
                                  completed
                                    ? composerMessages.taskDone(step.text)
                                    : composerMessages.taskOpened(step.text),
                                )
                              }
                              className="accent-accent mt-1 size-3.5 shrink-0"
                            />
                            <span className={classes("min-w-0 break-words", step.completed && "line-through")}>
                              {step.text}
                            </span>
                          </label>
                        </li>
                      ))}
                    </ul>
                  )}
                </div>
                <span className="opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:opacity-100">
                  <IconButton
                    label={messages.deleteTask(title)}
                    onClick={() =>
                      tell({
                        method: "DELETE",
                        path: `${leadApiPath(lead.id)}/tasks/${id}`,
                        done: composerMessages.taskDeleted,
                      })
                    }
                  >
                    <Trash2 aria-hidden />
                  </IconButton>
                </span>
              </div>
            </TaskItem>
          );
        })}
      </ul>
    </RelatedCard>
  );
}
