import type { Metadata } from "next";
import { pageContext } from "@/app/signed-in";
import { DuplicatesScreen } from "@/components/duplicates/duplicates-screen";
import { messages } from "@/components/duplicates/messages";

export const metadata: Metadata = { title: messages.title };

export default async function DuplicatesPage() {
  return (await pageContext()) && <DuplicatesScreen />;
}
