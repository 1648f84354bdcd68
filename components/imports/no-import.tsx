import { Lock } from "lucide-react";
import { StateMessage } from "@/components/ui/state-message";
import { messages } from "./messages";

/** What people see who may not import. */
export const NoImport = () => (
  <StateMessage icon={<Lock />} title={messages.noAccessTitle} className="py-20">
    {messages.noAccessHint}
  </StateMessage>
);
