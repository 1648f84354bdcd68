import { Lock } from "lucide-react";
import { StateMessage } from "@/components/ui/state-message";
import { ImportHeader } from "./import-header";
import { messages } from "./messages";

/** What people see who may not import. */
export const NoImport = () => (
  <>
    <ImportHeader />
    <StateMessage icon={<Lock />} title={messages.noAccessTitle} className="py-20">
      {messages.noAccessHint}
    </StateMessage>
  </>
);
