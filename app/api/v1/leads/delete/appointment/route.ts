import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import { appointmentRefusals, AppointmentReferenceBody } from "@/lib/dialects/leads-v1/appointment";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { requestFailed } from "@/lib/dialects/leads-v1/refusals";
import { deleteLeadAppointment } from "@/lib/leads/delete-lead-appointment";

export const POST = endpoint({
  operation: "leads-v1-delete-appointment",
  summary: "Delete an appointment: for its host, who made it, and administrators",
  permission: "appointments.write",
  body: AppointmentReferenceBody,
  answer: Done,
  input: ({ body }) => ({ appointment: { number: body.appointment_id }, onlyOwn: true }),
  run: deleteLeadAppointment,
  refusals: () => ({
    ...appointmentRefusals,
    not_own_appointment: requestFailed("You can't delete this appointment."),
  }),
  print: printDone,
});
