import { PageHeader } from "@/components/ui/page-header";
import { TitleBelow } from "@/components/ui/title-below";
import { paths } from "@/lib/client/paths";
import { messages } from "./messages";

/** The head of the page where imports begin, with the way back to the leads. */
export const ImportHeader = () => (
  <PageHeader
    title={
      <TitleBelow href={paths.leads()} page={messages.back}>
        {messages.title}
      </TitleBelow>
    }
  />
);
