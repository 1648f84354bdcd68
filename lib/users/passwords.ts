import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the memory and time that OWASP's password storage cheat sheet asks for at least. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string of a password. */
export const hashPassword = (password: string): Promise<string> => hash(password, options);

/** Whether `password` is the one of the PHC string. Without one it takes as long, so that nobody learns who has a password. */
export async function isPassword(password: string, phc: string | null): Promise<boolean> {
  const matches = await verify(phc ?? (await unknownPassword()), password);
  return matches && phc !== null;
}

let unknown: Promise<string> | undefined;
const unknownPassword = () => (unknown ??= hashPassword("nobody has this password"));
