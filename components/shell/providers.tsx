"use client";

import { onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { Toaster } from "@/components/ui/toaster";
import { isFailedRequest } from "@/lib/client/api";

/** What every page stands in: the query cache, and toasts beside it. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  // A connection that was lost before anybody listened is one that comes back.
  useEffect(() => onlineManager.setOnline(navigator.onLine), []);
  return (
    <QueryClientProvider client={queryClient}>
      {children}
      <Toaster />
    </QueryClientProvider>
  );
}

const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // Without a connection it fails, and says so, and is asked again once there is one.
        networkMode: "always",
        refetchOnReconnect: true,
        // A refusal is an answer: asking again brings the same.
        retry: (failures, error) => failures < 2 && !(isFailedRequest(error) && error.status < 500),
      },
      // Without a connection it fails, and says so. Else it would wait for one in silence, and be lost with the page.
      mutations: { networkMode: "always" },
    },
  });
