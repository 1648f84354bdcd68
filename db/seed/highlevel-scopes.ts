import { wordsOf } from "./text-lists";

/** Every scope that the documents of the HighLevel API ask for. The demo's private integrations have them all. */
export const highlevelScopes = wordsOf(`
  blogs/author.readonly blogs/category.readonly blogs/check-slug.readonly blogs/post-update.write blogs/post.write
  businesses.readonly businesses.write calendars.readonly calendars.write calendars/events.readonly
  calendars/events.write calendars/groups.readonly calendars/groups.write calendars/resources.readonly
  calendars/resources.write campaigns.readonly companies.readonly contacts.readonly contacts.write
  conversations.readonly conversations.write conversations/livechat.write conversations/message.readonly
  conversations/message.write courses.write custom-menu-link.readonly custom-menu-link.write emails/builder.readonly
  emails/builder.write forms.readonly forms.write funnels/funnel.readonly funnels/page.readonly
  funnels/pagecount.readonly funnels/redirect.readonly funnels/redirect.write invoices.readonly invoices.write
  invoices/template.write links.readonly links.write locations.readonly locations.write
  locations/customFields.readonly locations/customFields.write locations/customValues.readonly
  locations/customValues.write locations/tags.readonly locations/tags.write locations/tasks.readonly
  locations/templates.readonly locations/templates.write medias.readonly medias.write oauth.readonly oauth.write
  objects/record.readonly objects/record.write objects/schema.readonly objects/schema.write opportunities.readonly
  opportunities.write products.write products/prices.readonly products/prices.write saas/company.write
  saas/location.read saas/location.write snapshots.readonly socialplanner/account.readonly
  socialplanner/account.write socialplanner/csv.readonly socialplanner/oauth.readonly socialplanner/oauth.write
  socialplanner/post.readonly socialplanner/post.write socialplanner/tag.readonly surveys.readonly users.readonly
  users.write workflows.readonly
`);
