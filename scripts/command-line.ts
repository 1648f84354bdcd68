import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "@/lib/kit/setup-error";

/**
 * What a command was called with, as `parseArgs` of Node has it. `--help` prints the usage and ends
 * the process.
 *
 * @throws {UsageError} with the usage, for an argument that `config` does not have.
 */
export function readCommandLine<const Config extends ParseArgsConfig>(usage: string, config: Config) {
  const args = config.args ?? process.argv.slice(2);
  if (args.includes("--help")) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs<Config>(config);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(`${error.message}\n\n${usage}`, { cause: error }) : error;
  }
}

/**
 * For a command that takes no arguments: it has environment variables instead.
 *
 * @throws {UsageError} when it was given some.
 */
export function refuseArguments(command: string): void {
  readCommandLine(`Usage: ${command}\n\nSettings are environment variables, such as PORT=4000: see .env.example.`, {});
}
