/** The words of a message file in any language: its texts, lists and functions, under the same keys. */
type In<English> = English extends string
  ? string
  : English extends (...given: infer Given) => infer Said
    ? (...given: Given) => In<Said>
    : { readonly [Key in keyof English]: In<English[Key]> };

/**
 * What a language has words for: every message file, by the name it gives itself. The type names what
 * a language lacks; until somebody adds that, it is said in English.
 */
export type Language = In<{
  app: typeof import("@/app/(app)/app-messages").appMessages;
  pages: typeof import("@/app/page-messages").pageMessages;
  auditLog: typeof import("@/components/audit-log/messages").messages;
  data: typeof import("@/components/data/messages").messages;
  duplicates: typeof import("@/components/duplicates/messages").messages;
  followedBulk: typeof import("@/components/fields/bulk/messages").followedBulkMessages;
  contactFields: typeof import("@/components/fields/contact-field-messages").contactFieldNames;
  fileDrop: typeof import("@/components/fields/file-drop-messages").messages;
  importTargets: typeof import("@/lib/imports/messages").targetLabels;
  leadCommands: typeof import("@/components/fields/lead-commands-messages").leadCommandsMessages;
  leadSearch: typeof import("@/components/fields/lead-search-messages").leadSearchMessages;
  leadViews: typeof import("@/components/fields/lead-views-messages").leadViewsMessages;
  merge: typeof import("@/components/fields/merge/messages").mergeMessages;
  move: typeof import("@/components/fields/move-messages").messages;
  numbers: typeof import("@/components/fields/number-messages").numberMessages;
  signInAgain: typeof import("@/components/fields/sign-in-again-messages").signInAgainMessages;
  undo: typeof import("@/components/fields/undo-messages").undoMessages;
  views: typeof import("@/components/fields/views/messages").viewMessages;
  fieldSettings: typeof import("@/components/field-settings/messages").messages;
  imports: typeof import("@/components/imports/messages").messages;
  clash: typeof import("@/components/fields/clash/messages").clashMessages;
  composer: typeof import("@/components/lead-record/composer/messages").composerMessages;
  events: typeof import("@/lib/events/messages").eventMessages;
  facts: typeof import("@/components/lead-record/facts/messages").fieldMessages;
  leadRecord: typeof import("@/components/lead-record/messages").messages;
  bulk: typeof import("@/components/leads/bulk/messages").bulkMessages;
  filterButton: typeof import("@/components/leads/filter/button-messages").buttonMessages;
  filter: typeof import("@/components/leads/filter/messages").filterMessages;
  leadsLater: typeof import("@/components/leads/later-messages").laterMessages;
  leads: typeof import("@/components/leads/messages").messages;
  paste: typeof import("@/components/leads/paste/messages").pasteMessages;
  wrong: typeof import("@/components/leads/wrong/messages").wrongMessages;
  members: typeof import("@/components/members/messages").messages;
  notifications: typeof import("@/components/notifications/messages").messages;
  notices: typeof import("@/lib/notifications/messages").noticeMessages;
  notificationPreferences: typeof import("@/components/notifications/preference-messages").preferenceMessages;
  overviewLater: typeof import("@/components/overview/later-messages").laterMessages;
  overview: typeof import("@/components/overview/messages").messages;
  pipelineSettings: typeof import("@/components/pipeline-settings/messages").messages;
  pipeline: typeof import("@/components/pipeline/messages").messages;
  settings: typeof import("@/components/settings/messages").messages;
  profile: typeof import("@/components/settings/profile-messages").profileMessages;
  tagSettings: typeof import("@/components/tag-settings/messages").messages;
  help: typeof import("@/components/shell/help/messages").helpMessages;
  shellLater: typeof import("@/components/shell/later-messages").laterMessages;
  shell: typeof import("@/components/shell/messages").messages;
  palette: typeof import("@/components/shell/palette/messages").paletteMessages;
  signIn: typeof import("@/components/sign-in/messages").messages;
  task: typeof import("@/components/fields/task/messages").taskMessages;
  tasks: typeof import("@/components/tasks/messages").messages;
  ui: typeof import("@/components/ui/messages").messages;
  requests: typeof import("@/lib/client/messages").messages;
  moments: typeof import("@/lib/kit/moment-messages").momentMessages;
  leadFields: typeof import("@/lib/leads/query/model/field-messages").fieldLabels;
}>;
