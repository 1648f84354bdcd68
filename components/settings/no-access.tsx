import { Lock } from "lucide-react";
import { StateMessage } from "@/components/ui/state-message";
import { messages } from "./messages";

/** What people see who came to a page that is for administrators. */
export const NoAccess = () => (
  <StateMessage icon={<Lock />} title={messages.noAccessTitle} className="py-20">
    {messages.noAccessHint}
  </StateMessage>
);
