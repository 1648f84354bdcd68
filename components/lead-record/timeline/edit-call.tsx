"use client";

import { type CallDraft, CallFields, callOf, draftOf } from "@/components/lead-record/composer/call-fields";
import { setEdit, type TimelineEdit } from "@/components/lead-record/record-state";
import type { TimelineCallAnswer } from "@/lib/dialects/native/lead-timeline";
import { EditFrame } from "./edit-frame";
import { sayCall } from "./say-call";

type EditCallProps = {
  leadId: string;
  call: TimelineCallAnswer;
  edit: TimelineEdit & { kind: "call" };
  asOf: string;
  timeZone: string;
};

/** What the API calls the fields of the form. */
const apiNames = {
  direction: "direction",
  outcome: "outcome",
  when: "calledAt",
  minutes: "durationSeconds",
  body: "body",
} as const;

/** A call that was written down, to be put right. */
export function EditCall({ leadId, call, edit, asOf, timeZone }: EditCallProps) {
  const { subject, draft } = edit;
  const [first, present] = [draftOf(subject, timeZone), draftOf(call, timeZone)];
  // What nobody touched stays as it is by now: its seconds, which the form does not know, and what others made of it.
  // The keys of a record are what the record is of.
  const touched = (Object.keys(apiNames) as (keyof CallDraft)[]).filter((name) => draft[name] !== first[name]);
  const theirs = touched.filter((name) => present[name] !== first[name] && present[name] !== draft[name]);
  const bodyOf = (isNew: boolean) => {
    const made = callOf(draft, timeZone);
    if ("problem" in made || isNew) return made;
    const only = (fields: Record<string, unknown>) =>
      Object.fromEntries(touched.map((name) => [apiNames[name], fields[apiNames[name]]]));
    return { body: { ...only(made.body), known: only(call) } };
  };
  return (
    <EditFrame
      leadId={leadId}
      edit={edit}
      bodyOf={bodyOf}
      theirs={
        theirs.length > 0 && (
          <>
            <p className="figures mt-1">{sayCall(call, asOf, timeZone)}</p>
            {call.body && <p className="break-words whitespace-pre-line">{call.body}</p>}
          </>
        )
      }
    >
      <CallFields
        draft={draft}
        change={(change) => setEdit(leadId, call.id, { ...edit, draft: { ...draft, ...change } })}
        latest={new Date(asOf)}
        timeZone={timeZone}
      />
    </EditFrame>
  );
}
