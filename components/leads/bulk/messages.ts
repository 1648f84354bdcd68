import type { LeadsCommand } from "@/lib/bulk/model";
import { inLanguage } from "@/lib/kit/language";
import { sayNumber } from "@/lib/kit/number";

const leads = (count: number) => (count === 1 ? "1 lead" : `${sayNumber(count)} leads`);

/** The words of what is done to many leads. */
export const bulkMessages = inLanguage("bulk", {
  selection: "Selection",
  selected: (count: number | null) => (count === null ? "All selected" : `${sayNumber(count)} selected`),
  selectAll: (count: number | null) =>
    count === null ? "Select all that match" : `Select all ${sayNumber(count)} matching`,
  clear: "Clear the selection",
  assign: "Assign",
  stage: "Move to stage",
  tags: "Tags",
  addTags: "Add tags",
  removeTags: "Remove tags",
  more: "More",
  status: "Mark as",
  archive: "Archive",
  activate: "Take out of the archive",
  delete: "Delete",
  export: "Export as CSV",
  merge: "Merge…",
  close: "Close",
  counting: "Counting…",
  hint: "It can be undone.",
  deleteHint: "They stay in the bin for 30 days, and it can be undone.",
  tooMany: (most: number) =>
    `Up to ${sayNumber(most)} leads can be selected one by one. Filter the list and select all that match.`,

  /** What is asked before it is done; `what` names whom or what it is done with. */
  ask: (command: LeadsCommand, what: string, count: number | null): string => {
    const which = count === null ? "these leads" : leads(count);
    switch (command.type) {
      case "assign":
        return `Assign ${which} to ${what}?`;
      case "stage":
        return `Move ${which} to ${what}?`;
      case "status":
        return `Mark ${which} as ${what}?`;
      case "addTags":
        return `Add ${what} to ${which}?`;
      case "removeTags":
        return `Take ${what} off ${which}?`;
      case "archive":
        return `Archive ${which}?`;
      case "activate":
        return `Take ${which} out of the archive?`;
      case "delete":
        return `Delete ${which}?`;
      case "restore":
        return `Restore ${which}?`;
    }
  },
  /** What was done. */
  done: (command: LeadsCommand, what: string, count: number): string => {
    const which = leads(count);
    switch (command.type) {
      case "assign":
        return `${which} assigned to ${what}`;
      case "stage":
        return `${which} moved to ${what}`;
      case "status":
        return `${which} marked as ${what}`;
      case "addTags":
        return `${what} added to ${which}`;
      case "removeTags":
        return `${what} taken off ${which}`;
      case "archive":
        return `${which} archived`;
      case "activate":
        return `${which} taken out of the archive`;
      case "delete":
        return `${which} deleted`;
      case "restore":
        return `${which} restored`;
    }
  },
  /** The button that does it. */
  verb: (command: LeadsCommand): string =>
    ({
      assign: "Assign",
      stage: "Move",
      status: "Mark",
      addTags: "Add",
      removeTags: "Remove",
      archive: "Archive",
      activate: "Take out",
      delete: "Delete",
      restore: "Restore",
    })[command.type],
});
