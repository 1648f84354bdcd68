import { pageContext, titled } from "@/app/signed-in";
import { DuplicatesScreen } from "@/components/duplicates/duplicates-screen";
import { messages } from "@/components/duplicates/messages";

export const generateMetadata = titled(() => messages.title);

export default async function DuplicatesPage() {
  return (await pageContext()) && <DuplicatesScreen />;
}
