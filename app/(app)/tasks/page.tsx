import { HydrationBoundary } from "@tanstack/react-query";
import { GET as listTasks } from "@/app/api/app/tasks/route";
import { pageContext, titled } from "@/app/signed-in";
import { messages } from "@/components/tasks/messages";
import { tasksQuery } from "@/components/tasks/queries";
import { TasksScreen } from "@/components/tasks/tasks-screen";
import { serverCache } from "@/lib/client/server-cache";

export const generateMetadata = titled(() => messages.title);

export default async function TasksPage() {
  const context = await pageContext();
  if (!context) return null;
  const usual = { state: "open", of: "me" } as const;
  const state = await serverCache([
    {
      queryKey: tasksQuery(usual).queryKey,
      load: async () => ({ pages: [await listTasks.call(context, { query: usual })], pageParams: [""] }),
    },
  ]);
  return (
    <HydrationBoundary state={state}>
      <TasksScreen />
    </HydrationBoundary>
  );
}
