import { Done, printDone } from "@/lib/dialects/leads-v1/answers";
import {
  AppointmentBody,
  appointmentFrom,
  appointmentRefusals,
  bodyNotFound,
} from "@/lib/dialects/leads-v1/appointment";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";

export const POST = endpoint({
  operation: "leads-v1-create-appointment",
  summary: "Book an appointment about a lead: for who made it or is assigned to it, and administrators",
  permission: "appointments.write",
  body: AppointmentBody,
  whenEmpty: bodyNotFound,
  answer: Done,
  input: ({ body }) => appointmentFrom(body),
  run: bookLeadAppointment,
  refusals: () => appointmentRefusals,
  print: printDone,
});
