import { endpoint } from "@/lib/dialects/native/dialect";
import { AppointmentChangesBody, AppointmentPath, DoneAnswer, printDone } from "@/lib/dialects/native/lead-actions";
import { cancelLeadAppointment, changeLeadAppointment } from "@/lib/leads/change-lead-appointment";

export const PATCH = endpoint({
  operation: "app-update-lead-appointment",
  summary: "Change an appointment of a lead",
  permission: "appointments.write",
  path: AppointmentPath,
  body: AppointmentChangesBody,
  answer: DoneAnswer,
  failures: [409],
  input: ({ path, body }) => ({ ...path, changes: body }),
  run: changeLeadAppointment,
  print: printDone,
});

export const DELETE = endpoint({
  operation: "app-delete-lead-appointment",
  summary: "Delete an appointment of a lead",
  permission: "appointments.write",
  path: AppointmentPath,
  answer: DoneAnswer,
  input: ({ path }) => path,
  run: cancelLeadAppointment,
  print: printDone,
});
