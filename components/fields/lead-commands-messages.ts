import { inLanguage } from "@/lib/kit/language";

/** The words of what the palette can do to leads. */
export const leadCommandsMessages = inLanguage("leadCommands", {
  assign: "Assign to…",
  nobody: "Nobody",
  stage: "Move to stage…",
  addTag: "Add tag…",
  removeTag: "Take tag off…",
  newTag: (tag: string) => `New tag “${tag}”`,
  status: { open: "Mark as open", won: "Mark as won", lost: "Mark as lost", abandoned: "Mark as abandoned" },
  statuses: { open: "open", won: "won", lost: "lost", abandoned: "abandoned" },
  archive: "Archive",
  activate: "Take out of the archive",
  delete: "Delete",
  words: {
    assign: "owner give hand over",
    stage: "pipeline move",
    tag: "label",
    status: "close deal",
    archive: "hide",
    delete: "remove bin trash",
  },
});
