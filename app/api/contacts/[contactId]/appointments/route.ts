import { listContactAppointments } from "@/lib/calendars/list-contact-appointments";
import { EventsAnswer, printEvents } from "@/lib/dialects/highlevel/appointment";
import { ContactPath } from "@/lib/dialects/highlevel/contact";
import { operation } from "@/lib/dialects/highlevel/operation";

export const GET = operation("contacts-get-appointments-for-contact", {
  path: ContactPath,
  answer: EventsAnswer,
  input: ({ path }) => path.contactId,
  run: listContactAppointments,
  print: printEvents,
});
