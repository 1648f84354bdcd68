import { withdrawMail } from "@/lib/mail/withdraw-mail";
import type { Inverse } from "./inverse";

/** Withdraws a mail that waits in the outbox; of one that went out, whoever undoes is told. */
export const withdraw: Inverse = async (transaction, context, { subject: { id } }) => {
  const { sent, events } = await withdrawMail(transaction, context, id);
  if (!sent) return { event: events[0] };
  return { remark: `The mail “${sent.subject}” went to ${sent.to} before: it can not be called back.` };
};
