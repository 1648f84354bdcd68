/** Who looks at the screen, and where: what the shell shows of it. */
export type Viewer = {
  name: string;
  username: string;
  role: "admin" | "manager" | "rep";
  location: { id: string; name: string };
  /** Every location the person is a member of. */
  locations: { id: string; name: string }[];
};
