import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { write } from "@/components/fields/write";
import { showToast } from "@/components/ui/toast";
import type { MarkBody, NotificationsAnswer, UnreadAnswer } from "@/lib/dialects/native/notifications";
import { messages } from "./messages";
import { notificationsQuery, unreadQuery } from "./queries";

type List = InfiniteData<NotificationsAnswer>;

/** Marks notifications as read or unread: at once on screen, and as before when the server refuses. */
export function useMark() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: MarkBody) => write("/api/app/notifications/read", { method: "PUT", body }),
    onMutate: async (body) => {
      await client.cancelQueries({ queryKey: ["notifications"] });
      const list = client.getQueryData<List>(notificationsQuery().queryKey);
      const unread = client.getQueryData<UnreadAnswer>(unreadQuery().queryKey);
      const { marked, changed } = mark(list, body);
      if (marked) client.setQueryData<List>(notificationsQuery().queryKey, marked);
      if (unread && !unread.orMore)
        client.setQueryData<UnreadAnswer>(unreadQuery().queryKey, {
          ...unread,
          unread: body.upTo === undefined ? Math.max(0, unread.unread + (body.read === false ? changed : -changed)) : 0,
        });
      return { list, unread };
    },
    onError: (error, _body, before) => {
      client.setQueryData(notificationsQuery().queryKey, before?.list);
      client.setQueryData(unreadQuery().queryKey, before?.unread);
      showToast({ tone: "negative", title: messages.markFailed, description: error.message });
    },
    onSettled: () => client.invalidateQueries({ queryKey: unreadQuery().queryKey }),
  });
}

/** The list as it is once marked, and how many of it that changes. */
function mark(list: List | undefined, { ids, upTo, read = true }: MarkBody) {
  let changed = 0;
  const now = new Date().toISOString();
  const marked = list && {
    ...list,
    pages: list.pages.map((page) => ({
      ...page,
      items: page.items.map((item) => {
        const isChosen = upTo === undefined ? ids?.includes(item.id) : item.id <= upTo;
        if (!isChosen || (item.readAt !== null) === read) return item;
        changed++;
        return { ...item, readAt: read ? now : null };
      }),
    })),
  };
  return { marked, changed };
}
