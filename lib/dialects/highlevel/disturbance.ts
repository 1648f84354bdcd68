import { z } from "zod";
import { known, line, oneOf, short } from "./fields";

const disturbances = ["active", "inactive", "permanent"] as const;

const channel = known({
  status: z.enum(disturbances, oneOf(disturbances)),
  message: line.optional(),
  code: short.optional(),
});

/** Over which channels a contact is not to be disturbed. */
export const dndSettings = known({
  Call: channel.optional(),
  Email: channel.optional(),
  SMS: channel.optional(),
  WhatsApp: channel.optional(),
  GMB: channel.optional(),
  FB: channel.optional(),
});

/** Whether what a contact sends is to be left alone. */
export const inboundDndSettings = known({
  all: known({
    status: z.enum(["active", "inactive"], oneOf(["active", "inactive"])),
    message: line.optional(),
  }).optional(),
});
