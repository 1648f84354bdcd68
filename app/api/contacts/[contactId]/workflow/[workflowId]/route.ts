import { endEnrolment, enrolContact } from "@/lib/automations/enrol-contact";
import { Succeeded, succeeded } from "@/lib/dialects/highlevel/fields";
import { operation } from "@/lib/dialects/highlevel/operation";
import { EnrolmentBody, startOf, WorkflowPath } from "@/lib/dialects/highlevel/workflow";

export const POST = operation("contacts-add-contact-to-workflow", {
  path: WorkflowPath,
  body: EnrolmentBody,
  answer: Succeeded,
  input: ({ path, body }, context) => ({ ...path, startsAt: startOf(body, context) }),
  run: enrolContact,
  print: succeeded,
});

export const DELETE = operation("contacts-delete-contact-to-workflow", {
  path: WorkflowPath,
  body: EnrolmentBody,
  answer: Succeeded,
  input: ({ path }) => path,
  run: endEnrolment,
  print: succeeded,
});
