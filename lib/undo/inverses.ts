import type { EventType } from "@/lib/events/catalogue";
import { bringBusinessBack, takeBusinessAway } from "./internal/business";
import { unconvert } from "./internal/conversion";
import { arrangeFieldsBack } from "./internal/custom-fields";
import { bringBack, type Inverse, putBack, takeAway } from "./internal/inverse";
import { withdraw } from "./internal/mail";
import {
  arrangeBack,
  bringPipelineBack,
  bringStageBack,
  putBinnedBack,
  takePipelineAway,
  takeStageAway,
} from "./internal/pipeline";
import { bringTagBack, takeTagAway } from "./internal/tags";

/**
 * How each thing that can happen is taken back. `alongside`: it comes with another event, and goes
 * with it. `never`: it stays, for the reason that is told.
 */
export type Undoing = Inverse | { alongside: string } | { never: string };

const withConversion = "A client and its quotes go with the conversion of its lead.";
const convertAgain = "Convert the lead again: the login of its client is made anew.";
const keysMeans = "Keys are made and revoked for good.";
const programsMeans = "A program did this: it is changed back where it was decided.";
const importMeans = "An import is undone as a whole, where it is shown.";
const mailMeans = "A mail that is on its way can not be called back.";

/** Every type of event. Whoever adds one says here how it is undone. */
export const inverses: Record<EventType, Undoing> = {
  "contact.created": takeAway("contact.deleted"),
  "contact.updated": putBack("contact.updated"),
  "contact.deleted": bringBack("contact.restored"),
  "contact.restored": takeAway("contact.deleted"),
  "contact.merged": putBack("contact.unmerged"),
  "contact.unmerged": putBack("contact.merged"),
  "contact.tagged": putBack("contact.tagged"),
  "contact.followed": putBack("contact.followed"),
  "contact.moved": putBack("contact.moved"),
  "contact.enrolled": { never: programsMeans },
  "contact.unenrolled": { never: programsMeans },
  "business.created": takeBusinessAway,
  "business.updated": putBack("business.updated"),
  "business.deleted": bringBusinessBack,
  "business.restored": takeBusinessAway,
  "lead.created": takeAway("lead.deleted"),
  "lead.updated": putBack("lead.updated"),
  "lead.stage_changed": putBack("lead.stage_changed"),
  "lead.reordered": putBack("lead.reordered"),
  "lead.status_changed": putBack("lead.status_changed"),
  "lead.assigned": putBack("lead.assigned"),
  "lead.tagged": putBack("lead.tagged"),
  "lead.archived": putBack("lead.activated"),
  "lead.activated": putBack("lead.archived"),
  "lead.converted": unconvert,
  "lead.unconverted": { never: convertAgain },
  "lead.cloned": { alongside: "The copy itself is taken away by `lead.created`." },
  "lead.deleted": bringBack("lead.restored"),
  "lead.restored": takeAway("lead.deleted"),
  "lead.merged": putBack("lead.unmerged"),
  "lead.unmerged": putBack("lead.merged"),
  "note.created": takeAway("note.deleted"),
  "note.updated": putBack("note.updated"),
  "note.deleted": bringBack("note.restored"),
  "note.restored": takeAway("note.deleted"),
  "task.created": takeAway("task.deleted"),
  "task.updated": putBack("task.updated"),
  "task.completed": putBack("task.updated"),
  "task.deleted": bringBack("task.restored"),
  "task.restored": takeAway("task.deleted"),
  "task.due": { never: "Time does not go back." },
  "note.mentioned": { alongside: "A note that is taken away mentions nobody." },
  "call.logged": takeAway("call.deleted"),
  "call.updated": putBack("call.updated"),
  "call.deleted": bringBack("call.restored"),
  "call.restored": takeAway("call.deleted"),
  "client.created": { alongside: withConversion },
  "client.deleted": { never: convertAgain },
  "quote.moved": { alongside: withConversion },
  "appointment.created": takeAway("appointment.deleted"),
  "appointment.updated": putBack("appointment.updated"),
  "appointment.deleted": bringBack("appointment.restored"),
  "appointment.restored": takeAway("appointment.deleted"),
  "attachment.created": takeAway("attachment.deleted"),
  "attachment.deleted": bringBack("attachment.restored"),
  "attachment.restored": takeAway("attachment.deleted"),
  "duplicate.suspected": { alongside: "A pair one of whom is deleted is nobody's to look at." },
  "duplicate.dismissed": putBack("duplicate.reopened"),
  "duplicate.reopened": putBack("duplicate.dismissed"),
  "pipeline.created": takePipelineAway,
  "pipeline.updated": putBack("pipeline.updated"),
  "pipeline.deleted": bringPipelineBack,
  "pipeline.restored": takePipelineAway,
  "pipeline.arranged": arrangeBack,
  "stage.deleted": bringStageBack,
  "stage.restored": takeStageAway,
  "tag.created": takeTagAway,
  "tag.renamed": putBack("tag.renamed"),
  "tag.deleted": bringTagBack,
  "tag.restored": takeTagAway,
  "field.created": takeAway("field.deleted"),
  "field.updated": putBack("field.updated"),
  "field.deleted": bringBack("field.restored"),
  "field.restored": takeAway("field.deleted"),
  "field.arranged": arrangeFieldsBack,
  "mail.queued": withdraw,
  "mail.sent": { never: mailMeans },
  "mail.failed": { never: mailMeans },
  "mail.withdrawn": { never: "A mail that was withdrawn is written anew with what it tells of." },
  "location.created": { never: "A location is closed, not undone." },
  "member.added": { never: "Invitations are revoked in the settings." },
  "member.removed": { never: "Members are invited again in the settings." },
  "key.created": { never: keysMeans },
  "key.rotated": { never: keysMeans },
  "key.revoked": { never: keysMeans },
  "view.created": { never: "Views are changed where they are shown." },
  "view.updated": { never: "Views are changed where they are shown." },
  "view.deleted": { never: "Views are changed where they are shown." },
  "leads.changed_in_bulk": { never: "A bulk change is undone as a whole, by its own id." },
  "leads.moved_in_bin": putBinnedBack,
  "leads.exported": { never: "What was downloaded is out of reach." },
  "import.uploaded": { never: importMeans },
  "import.started": { never: importMeans },
  "import.finished": { never: importMeans },
  "import.cancelled": { never: importMeans },
  "import.undone": { never: importMeans },
  "location.exported": { never: "What was given out can not be called back." },
  "location.imported": { never: "A location that was read in is emptied by nobody." },
  "settings.changed": { never: "Settings are changed back where they were changed." },
};
