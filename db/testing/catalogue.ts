import type { Client } from "pg";

/** Whose the tables are that belong to no location, and why they can not. Every other table is a tenant's. */
export const sharedTables: Record<string, string> = {
  companies: "The agency: above the locations it owns.",
  locations: "The tenant itself: its id is what the others carry.",
  users: "People of a company, members of several of its locations.",
  sessions: "A browser that is signed in moves between locations; read before there is a tenant.",
  tokens: "Keys of a location or of a whole company; read before there is a tenant.",
  password_resets: "Of a user, who belongs to the company.",
  second_factors: "Of a user, who belongs to the company; read before there is a tenant.",
  recovery_codes: "Of a user, who belongs to the company; read before there is a tenant.",
  access_events: "What happened to accounts: the company's own log.",
  sign_in_attempts: "Counted before anybody is known.",
  rate_limits: "Counted before there is a tenant.",
  installation: "Facts about the installation itself.",
  job_workers: "Processes, which work for every tenant.",
};

/** The roles that transactions take. */
const roles = ["leadwright_app", "leadwright_system", "leadwright_access"];

const tenantRule = "location_id = current_setting('app.location_id'::text, true)";

/** Columns named like ids that are not ours. */
const foreignIds = new Set(["outbox_mail.message_id"]);

type Column = { table: string; name: string; type: string; collation: string | null; required: boolean };
type Key = {
  table: string;
  name: string;
  kind: "primary" | "unique" | "index" | "exclusion";
  columns: (string | null)[];
};
type Reference = { table: string; name: string; to: string; columns: string[]; toColumns: string[] };
type Policy = { table: string; role: string; command: string; using: string | null; check: string | null };
type Wall = { table: string; enabled: boolean; forced: boolean; owner: string };

/**
 * Every way in which the database breaks the rules of tenancy, one sentence each; an empty list when
 * it keeps them. Reads the catalogue of the schema `public`.
 */
export async function breachesOf(client: Client): Promise<string[]> {
  const columns = await rows<Column>(client, columnsSql);
  const keys = await rows<Key>(client, keysSql);
  const references = await rows<Reference>(client, referencesSql);
  const policies = await rows<Policy>(client, policiesSql);
  const walls = await rows<Wall>(client, wallsSql);
  return [
    ...walls.flatMap((wall) => wallBreaches(wall)),
    ...walls.flatMap(({ table }) => (table in sharedTables ? [] : tenantBreaches(table, columns, keys, policies))),
    ...references.flatMap(referenceBreaches),
    ...columns.flatMap(columnBreaches),
    ...policies.flatMap((policy) => (policy.role === "public" ? [`${policy.table} has a policy for everybody.`] : [])),
    ...(await roleBreaches(client, walls)),
  ];
}

function wallBreaches({ table, enabled, forced }: Wall): string[] {
  return enabled && forced ? [] : [`${table} does not have row-level security both enabled and forced.`];
}

/** Search indexes begin with shelves, each of which is one location's. */
const isShelved = (part: string | null | undefined): boolean =>
  part?.startsWith("shelves_of(location_id::text,") ?? false;

function tenantBreaches(table: string, columns: Column[], keys: Key[], policies: Policy[]): string[] {
  const own = columns.filter((column) => column.table === table);
  const key = own.find(({ name }) => name === "location_id");
  if (!key) return [`${table} has no location_id, and is not on the list of tables that need none.`];
  const breaches = key.required ? [] : [`${table}.location_id may be null.`];
  const primary = keys.find((one) => one.table === table && one.kind === "primary");
  if (primary?.columns.join() !== "location_id,id")
    breaches.push(`${table} does not have the primary key (location_id, id).`);
  for (const { name, kind, columns: parts } of keys.filter((one) => one.table === table)) {
    if (parts[0] !== "location_id" && !(kind === "index" && isShelved(parts[0])))
      breaches.push(`${table}: the ${kind} ${name} does not begin with location_id.`);
  }
  const allows = (role: string, rule: string) =>
    policies.some(
      (one) =>
        one.table === table &&
        one.role === role &&
        one.command === "*" &&
        bare(one.using) === rule &&
        bare(one.check) === rule,
    );
  if (!allows("leadwright_app", tenantRule)) breaches.push(`${table} does not bind leadwright_app to one location.`);
  if (!allows("leadwright_system", "true")) breaches.push(`${table} does not let leadwright_system see all.`);
  const loose = policies.filter(
    (one) => one.table === table && one.role === "leadwright_app" && bare(one.using) !== tenantRule,
  );
  return [...breaches, ...loose.map(() => `${table} has another policy that widens what leadwright_app sees.`)];
}

/** Policies are told apart without the brackets and casts that PostgreSQL prints around them. */
function bare(rule: string | null): string {
  return (rule ?? "").replaceAll(/\((location_id)\)::text/g, "$1").replace(/^\((.*)\)$/, "$1");
}

/** A reference carries the key of the tenant, or of the company: a row can not point into another's. */
function referenceBreaches({ table, name, to, columns, toColumns }: Reference): string[] {
  const pairs = columns.map((column, place) => `${column}=${toColumns[place] ?? ""}`);
  if (!(to in sharedTables)) {
    return pairs.includes("location_id=location_id") ? [] : [`${table}: ${name} points at ${to} without location_id.`];
  }
  if (to === "locations" && pairs.join() === "location_id=id") return [];
  if (to === "companies" || pairs.includes("company_id=company_id")) return [];
  return [`${table}: ${name} points at ${to} without company_id.`];
}

function columnBreaches({ table, name, type, collation }: Column): string[] {
  const place = `${table}.${name}`;
  const isId = (name === "id" || name.endsWith("_id")) && !foreignIds.has(place);
  return [
    ...(isId && (type !== "character varying(20)" || collation !== "C")
      ? [`${place} is no varchar(20) collate "C".`]
      : []),
    ...(/^time(stamp)?(\(\d\))? without/.test(type) ? [`${place} has no time zone: use timestamptz.`] : []),
    ...(name.endsWith("_minor") && type !== "bigint" ? [`${place} is money and no bigint of minor units.`] : []),
    ...(/^(real|double precision|money)$/.test(type) ? [`${place} is of type ${type}, which is not exact.`] : []),
  ];
}

async function roleBreaches(client: Client, walls: Wall[]): Promise<string[]> {
  const found = await rows<{ name: string; free: boolean; member: string | null }>(client, rolesSql, [roles]);
  const missing = roles.filter((role) => !found.some(({ name }) => name === role));
  return [
    ...missing.map((role) => `The role ${role} does not exist.`),
    ...found.flatMap(({ name, free }) => (free ? [`${name} may log in, create, or pass by row-level security.`] : [])),
    ...found.flatMap(({ name, member }) => (member === null ? [] : [`${name} is a member of ${member}.`])),
    ...walls.flatMap(({ table, owner }) =>
      roles.includes(owner) ? [`${table} is owned by ${owner}, which may change its policies.`] : [],
    ),
  ];
}

async function rows<Row>(client: Client, sql: string, values: unknown[] = []): Promise<Row[]> {
  // The names and types of the columns are those that the query says.
  return (await client.query(sql, values)).rows as Row[];
}

const tables = "pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')";

const wallsSql = `select c.relname as "table", c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
  pg_get_userbyid(c.relowner) as owner from ${tables} order by 1`;

const columnsSql = `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    l.collname as collation, a.attnotnull as required
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_collation l on l.oid = a.attcollation
  where a.attnum > 0 and not a.attisdropped and c.oid in (select c.oid from ${tables}) order by 1, a.attnum`;

const keysSql = `select c.relname as "table", i.relname as name,
    case when x.indisprimary then 'primary' when x.indisexclusion then 'exclusion' when x.indisunique then 'unique' else 'index' end as kind,
    array(select coalesce(a.attname::text, pg_get_indexdef(x.indexrelid, k.place::int, true)) from unnest(x.indkey::int2[]) with ordinality k (attnum, place)
      left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.attnum and k.attnum > 0 order by k.place) as columns
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
  where c.oid in (select c.oid from ${tables}) order by 1, 2`;

const referencesSql = `select c.relname as "table", f.conname as name, t.relname as "to",
    array(select a.attname::text from unnest(f.conkey) with ordinality k (attnum, place)
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum order by k.place) as columns,
    array(select a.attname::text from unnest(f.confkey) with ordinality k (attnum, place)
      join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum order by k.place) as "toColumns"
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
  where f.contype = 'f' and c.oid in (select c.oid from ${tables}) order by 1, 2`;

const policiesSql = `select c.relname as "table", coalesce(r.rolname, 'public') as role, p.polcmd as command,
    pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
  from pg_policy p join pg_class c on c.oid = p.polrelid cross join unnest(p.polroles) as of (role) left join pg_roles r on r.oid = of.role
  where c.oid in (select c.oid from ${tables}) order by 1, 2`;

const rolesSql = `select r.rolname as name,
    r.rolcanlogin or r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as free,
    (select string_agg(g.rolname, ', ') from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as member
  from pg_roles r where r.rolname = any($1) order by 1`;
