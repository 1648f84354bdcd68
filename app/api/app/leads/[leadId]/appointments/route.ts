import { endpoint } from "@/lib/dialects/native/dialect";
import { AppointmentBody, MadeAnswer, printMade } from "@/lib/dialects/native/lead-actions";
import { LeadPath } from "@/lib/dialects/native/leads";
import { bookLeadAppointment } from "@/lib/leads/book-lead-appointment";

export const POST = endpoint({
  operation: "app-book-lead-appointment",
  summary: "Book an appointment about a lead",
  permission: "appointments.write",
  path: LeadPath,
  body: AppointmentBody,
  answer: MadeAnswer,
  status: 201,
  failures: [409],
  input: ({ path, body }) => ({ lead: { id: path.leadId }, ...body }),
  run: bookLeadAppointment,
  print: printMade,
});
