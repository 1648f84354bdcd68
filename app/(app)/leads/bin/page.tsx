import { pageContext, titled } from "@/app/signed-in";
import { BinScreen } from "@/components/lead-record/bin-screen";
import { messages } from "@/components/lead-record/messages";

export const generateMetadata = titled(() => messages.binTitle);

export default async function BinPage() {
  return (await pageContext()) && <BinScreen />;
}
