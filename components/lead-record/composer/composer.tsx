"use client";

import { CalendarPlus, Phone, SquareCheck, StickyNote } from "lucide-react";
import type { ComponentType } from "react";
import { type ComposerForm, useRecordState } from "@/components/lead-record/record-state";
import { Card } from "@/components/ui/card";
import { SegmentedControl } from "@/components/ui/segmented-control";
import type { LeadRecordAnswer } from "@/lib/dialects/native/lead-record";
import { AppointmentForm } from "./appointment-form";
import { CallForm } from "./call-form";
import { composerMessages } from "./messages";
import { NoteForm } from "./note-form";
import { TaskForm } from "./task-form";

export type FormProps = { record: LeadRecordAnswer };

const forms: Record<ComposerForm, { icon: typeof Phone; Form: ComponentType<FormProps> }> = {
  note: { icon: StickyNote, Form: NoteForm },
  call: { icon: Phone, Form: CallForm },
  task: { icon: SquareCheck, Form: TaskForm },
  appointment: { icon: CalendarPlus, Form: AppointmentForm },
};

/** Writes something into the timeline: a note, a call, a task, an appointment. What is begun is kept. */
export function Composer({ record }: FormProps) {
  const [{ form }, setState] = useRecordState(record.lead.id);
  const { Form } = forms[form];
  // The keys of a record are what the record is of.
  const segments = (Object.keys(forms) as ComposerForm[]).map((value) => {
    const { icon: Icon } = forms[value];
    return {
      value,
      label: (
        <>
          <Icon aria-hidden className="size-4 @max-md:hidden" />
          {composerMessages.forms[value]}
        </>
      ),
    };
  });
  return (
    <Card aria-label={composerMessages.compose}>
      <div className="flex flex-col gap-3">
        <div>
          <SegmentedControl
            label={composerMessages.compose}
            value={form}
            segments={segments}
            onChange={(next) => setState({ form: next })}
          />
        </div>
        <Form key={`${record.lead.id}-${form}`} record={record} />
      </div>
    </Card>
  );
}
