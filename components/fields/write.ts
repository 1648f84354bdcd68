import { api, isFailedRequest, unreachable } from "@/lib/client/api";

type WriteInput = Parameters<typeof api>[1];

/**
 * Calls the native API as `api` does. Where the session has ended meanwhile it asks the person to sign
 * in again, over the page, and then goes on: nothing that was written is lost.
 * @throws FailedRequest with what the server said, also when the person does not sign in.
 */
export async function write<Answer>(path: string, input: WriteInput): Promise<Answer> {
  return withSession(() => api<Answer>(path, input));
}

/** Runs a request, and once more after the person has signed in again where their session had ended. */
export async function withSession<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await request();
    } catch (error) {
      if (!isFailedRequest(error) || error.status !== 401 || !(await signedInAgain())) throw error;
    }
  }
}

let asking: Promise<boolean> | null = null;

/** Whether the person signed in again. Asked once, however many requests have failed. */
function signedInAgain(): Promise<boolean> {
  asking ??= import("./ask-to-sign-in")
    .then(({ askToSignIn }) => askToSignIn())
    .catch((cause: unknown) => {
      throw unreachable(cause);
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}
