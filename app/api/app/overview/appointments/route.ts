import { endpoint } from "@/lib/dialects/native/dialect";
import {
  AppointmentsAnswer,
  appointmentsInput,
  AppointmentsQuery,
  printAppointments,
} from "@/lib/dialects/native/overview";
import { listAppointments } from "@/lib/reports/list-appointments";

export const GET = endpoint({
  operation: "app-overview-appointments",
  summary: "The appointments of a period, and how many each period has",
  permission: "appointments.read",
  query: AppointmentsQuery,
  answer: AppointmentsAnswer,
  input: ({ query }) => appointmentsInput(query),
  run: listAppointments,
  print: printAppointments,
});
