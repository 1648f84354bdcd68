import { type ComposerForm, setRecordState } from "./record-state";

/** The lead whose composer is to have the focus once it is on screen. */
let awaited: string | null = null;

/** Goes to the composer of a lead to write something, now or as soon as the lead is shown. */
export function compose(leadId: string, form: ComposerForm): void {
  awaited = leadId;
  setRecordState(leadId, { form, part: "timeline" });
  focusComposer(leadId);
}

/** Gives the composer of a lead that came on screen the focus, if somebody went to it before. */
export function focusComposer(leadId: string): void {
  // Once the form that was chosen is drawn, and the panel around it has taken the focus.
  requestAnimationFrame(() => {
    if (awaited !== leadId) return;
    const field = document.querySelector<HTMLElement>("[data-composer] form :is(textarea, input, select)");
    if (!field) return;
    awaited = null;
    field.focus();
  });
}
