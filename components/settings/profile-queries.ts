import { queryOptions } from "@tanstack/react-query";
import { api } from "@/lib/client/api";
import type { ProfileAnswer, SecondFactorAnswer } from "@/lib/dialects/native/profile";

/** Who the person is, and how they want dates and numbers. */
export const profileQuery = () =>
  queryOptions({
    queryKey: ["profile"],
    queryFn: ({ signal }) => api<ProfileAnswer>("/api/app/profile", { signal }),
  });

/** Whether a code is asked of the person at sign-in. */
export const secondFactorQuery = () =>
  queryOptions({
    queryKey: ["second-factor"],
    queryFn: ({ signal }) => api<SecondFactorAnswer>("/api/app/profile/second-factor", { signal }),
  });
