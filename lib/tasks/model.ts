/** How often a task comes back. */
export const taskRepeats = ["daily", "weekly", "monthly", "yearly"] as const;
export type TaskRepeats = (typeof taskRepeats)[number];

/** Something that is to be done about a contact and, where known, one of its leads. */
export type Task = {
  id: string;
  number: number;
  title: string;
  body: string | null;
  contactId: string;
  /** The lead it is about; null when it is about the contact alone. */
  opportunityId: string | null;
  assignedTo: { id: string; number: number; name: string; username: string } | null;
  dueAt: Date | null;
  /** How often it comes back; null for a task that is done once. */
  repeats: TaskRepeats | null;
  /** Null while it is open. */
  completedAt: Date | null;
  createdById: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** What a command says of a task: undefined leaves alone, null clears. */
export type TaskChanges = {
  title?: string;
  body?: string | null;
  assignedToId?: string | null;
  dueAt?: Date | null;
  repeats?: TaskRepeats | null;
  completed?: boolean;
};

/** A task as a list of them shows it. */
export type ListedTask = Pick<Task, "id" | "title" | "body" | "dueAt" | "repeats" | "completedAt"> & {
  assignedTo: { id: string; name: string } | null;
  contact: { id: string; name: string | null };
  lead: { id: string; name: string } | null;
};

/** How many tasks somebody has to do: of the first 1,000. */
export type TaskCounts = {
  open: number;
  /** Due before now. */
  overdue: number;
  /** Due between now and the end of the day in the location's zone. */
  today: number;
};

/** A step of a task, to tick off. */
export type TaskStep = { id: string; text: string; completedAt: Date | null };

/** A task with its steps, in their order. */
export type TaskWithSteps = Task & { steps: TaskStep[] };

/** How many steps a task has at most. */
export const mostSteps = 50;
