import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import {
  appointmentChangesFrom,
  appointmentRefusals,
  bodyNotFound,
  UpdateAppointmentBody,
} from "@/lib/dialects/leads-v1/appointment";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { requestFailed } from "@/lib/dialects/leads-v1/refusals";
import { updateLeadAppointment } from "@/lib/leads/update-lead-appointment";

export const POST = endpoint({
  operation: "leads-v1-update-appointment",
  summary: "Change an appointment, in the body or in the query string: for its host, who made it, and administrators",
  permission: "appointments.write",
  body: UpdateAppointmentBody,
  bodyFromQuery: true,
  whenEmpty: bodyNotFound,
  answer: Done,
  input: ({ body }) => appointmentChangesFrom(body),
  run: updateLeadAppointment,
  refusals: () => ({
    ...appointmentRefusals,
    not_own_appointment: requestFailed("You can't update this appointment."),
  }),
  print: printDone,
});
