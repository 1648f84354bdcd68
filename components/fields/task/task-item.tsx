"use client";

import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";

type TaskItemProps = { taskId: string; className: string; children: ReactNode };

/**
 * A task in a list. `e`, F2, and Enter on its box edit its title, `d` opens its plan, whichever of its
 * controls has the focus. When it goes, the focus goes on to where it went, or to the next one.
 */
export function TaskItem({ taskId, className, children }: TaskItemProps) {
  const item = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const element = item.current;
    return () => {
      if (element?.contains(document.activeElement)) handOnFocus(element);
    };
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys work on any of its controls
    <li ref={item} data-task={taskId} onKeyDown={pressKey} className={className}>
      {children}
    </li>
  );
}

/** Gives the box of a task the focus, where the task is on screen. Answers whether it is. */
export function focusTask(taskId = ""): boolean {
  const box = document.querySelector<HTMLElement>(`[data-task="${taskId}"] input[type=checkbox]`);
  box?.focus();
  return box !== null;
}

function handOnFocus(gone: HTMLElement): void {
  const items = [...document.querySelectorAll<HTMLElement>("[data-task]")];
  const at = items.indexOf(gone);
  const [own, next] = [gone.dataset.task, (items[at + 1] ?? items[at - 1])?.dataset.task];
  requestAnimationFrame(() => {
    if (document.activeElement === document.body && !focusTask(own)) focusTask(next);
  });
}

function pressKey(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: item, target, key, ctrlKey, metaKey, altKey, nativeEvent } = event;
  // The popover beside it is a part of it for React, and not on screen.
  if (!(target instanceof Element) || !item.contains(target)) return;
  if (ctrlKey || metaKey || altKey || nativeEvent.isComposing) return;
  const isOnBox = target.matches("input[type=checkbox]");
  const isTitle = key === "e" || key === "F2" || (key === "Enter" && isOnBox);
  const action = isTitle ? "title" : key === "d" ? "plan" : "";
  const button = item.querySelector<HTMLElement>(`[data-action="${action}"]`);
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  button.click();
}
