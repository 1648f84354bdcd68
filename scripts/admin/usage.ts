/** What `npm run admin` can do. */
export const usage = `Usage: npm run admin -- COMMAND

  create-user --email ADDRESS --name NAME --username NAME --role admin|manager|rep
      [--company NAME]    the user's company; made when it is new. Needed when there are several.
      [--location NAME]   where the user works; made when it is new. Needed when there are several.
      [--time-zone ZONE] [--currency CODE] [--country CODE]   of a new location
      [--only-own]        sees only what they made, own or follow
  reset-password --user USERNAME-OR-EMAIL   sets a new password and signs the user out everywhere
  reset-second-factor --user USERNAME-OR-EMAIL   turns two-step sign-in off, for who lost phone and codes

The first two ask for the password at a terminal; an empty one is made up and printed once. Elsewhere it is made
up, or read from standard input with --password-stdin.`;
