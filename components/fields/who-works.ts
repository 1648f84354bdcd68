let username = "";

/** Remembers who works on this page, for when they are asked to sign in again. */
export const rememberWhoWorks = (given: string): void => {
  username = given;
};

/** The username of whoever works on this page; an empty text before that is known. */
export const whoWorks = (): string => username;
