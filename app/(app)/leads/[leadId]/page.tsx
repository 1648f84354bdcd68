import { HydrationBoundary } from "@tanstack/react-query";
import { GET as readLead } from "@/app/api/app/leads/[leadId]/route";
import { pageContext, titled } from "@/app/signed-in";
import { LeadRecordScreen } from "@/components/lead-record/lead-record-screen";
import { messages } from "@/components/lead-record/messages";
import { leadRecordQuery } from "@/components/lead-record/queries";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.leads);

export default async function LeadPage({ params }: { params: Promise<{ leadId: string }> }) {
  const context = await pageContext();
  if (!context) return null;
  const { leadId } = await params;
  const state = await serverCache([
    { queryKey: leadRecordQuery(leadId).queryKey, load: () => readLead.call(context, { path: { leadId } }) },
  ]);
  return (
    <HydrationBoundary state={state}>
      <LeadRecordScreen leadId={leadId} />
    </HydrationBoundary>
  );
}
