/** The URLs of the screens. Nothing else spells them. */
export const paths = {
  overview: () => "/",
  leads: (
    filter: {
      q?: string;
      stage?: string;
      source?: string;
      pipeline?: string;
      from?: string;
      to?: string;
      /** A filter of leads as JSON (lib/leads/query/model.ts). */
      filter?: string;
    } = {},
  ) => `/leads${searchOf(filter)}`,
  pipeline: (filter: { view?: string; pipeline?: string; status?: string; search?: string; filter?: string } = {}) =>
    `/pipeline${searchOf(filter)}`,
  lead: (leadId: string) => `/leads/${leadId}`,
  bin: () => "/leads/bin",
  duplicates: (filter: { contact?: string } = {}) => `/leads/duplicates${searchOf(filter)}`,
  imports: () => "/leads/import",
  import: (importId: string) => `/leads/import/${importId}`,
  refusedRows: (importId: string) => `/api/app/imports/${importId}/refused-rows`,
  tasks: () => "/tasks",
  profile: () => "/settings/profile",
  locationSettings: () => "/settings/location",
  members: () => "/settings/members",
  pipelineSettings: () => "/settings/pipeline",
  fields: () => "/settings/fields",
  tags: () => "/settings/tags",
  contactSettings: () => "/settings/contacts",
  developer: () => "/settings/developer",
  data: () => "/settings/data",
  exportFile: (exportId: string) => `/api/app/exports/${exportId}/file`,
  auditLog: () => "/settings/audit-log",
  auditLogFile: (query: string) => `/api/app/audit-log/file${query && `?${query}`}`,
  outbox: () => "/settings/outbox",
  signIn: (returnTo?: string) => `/sign-in${searchOf({ returnTo })}`,
  forgotPassword: () => "/forgot-password",
  setPassword: (secret: string) => `/set-password${searchOf({ token: secret })}`,
  acceptInvitation: (secret: string) => `/set-password${searchOf({ token: secret, invited: "true" })}`,
  apiReference: () => "/docs",
} as const;

/** A query string of the values that are set, with its question mark. */
function searchOf(values: Record<string, string | undefined>): string {
  const set = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length > 0 ? `?${new URLSearchParams(set)}` : "";
}

/**
 * Where to go after sign-in: `path` when it is one of our own, else the overview. A path that a
 * browser would read as another host (`//host`, `/\host`) is none of ours.
 */
export function localPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\s\\]*$/.test(path)) return paths.overview();
  return path;
}
