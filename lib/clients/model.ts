import type { BusinessReference } from "@/lib/businesses/model";

/** A contact that a lead was converted to, with its business and its portal login. */
export type Client = {
  id: string;
  /** The number by which a lead API knows it. */
  number: number;
  contactId: string;
  /** The user of kind `client` who signs in to the portal. */
  portalUserId: string;
  firstName: string;
  lastName: string;
  email: string;
  business: BusinessReference | null;
  /** Days between an invoice and the day it is due; null for the location's own rule. */
  invoiceDueDays: number | null;
  createdAt: Date;
  updatedAt: Date;
};

/** How long the link of a welcome mail works. */
export const invitationDays = 7;
