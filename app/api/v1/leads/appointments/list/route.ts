import {
  AppointmentList,
  AppointmentQuery,
  appointmentsFrom,
  printAppointments,
} from "@/lib/dialects/leads-v1/appointment-list";
import { endpoint } from "@/lib/dialects/leads-v1/endpoint";
import { listLeadAppointments } from "@/lib/leads/list-lead-appointments";

export const GET = endpoint({
  operation: "leads-v1-appointments-list",
  summary: "List the appointments that concern the caller, those that start last first",
  permission: "appointments.read",
  query: AppointmentQuery,
  answer: AppointmentList,
  input: ({ query }, context) => appointmentsFrom(query, context),
  run: listLeadAppointments,
  print: printAppointments,
});
