import { Refusal } from '@zvit/domain';
import { Config, SettingFaults } from '@zvit/platform';
import { COMMANDS } from './commands.js';
import { say } from './say.js';

/** Exit codes: 0 done and sound, 1 done and not sound (or refused), 2 could not be done. */
async function main(words: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = words;
  const command = COMMANDS[name];
  if (!command) {
    say(`There is no command ${name}.\n`);
    return help(2);
  }
  return command.run(new Config(process.env), rest);
}

function help(code: number): number {
  say('npm run admin -- <command>\n');
  for (const [name, { usage, about, writes }] of Object.entries(COMMANDS))
    say(`  ${`${name} ${usage}`.padEnd(46)} ${about}${writes ? ' (writes)' : ''}`);
  say('\nCommands that write refuse while the service runs on SQLite.');
  return code;
}

COMMANDS.help = { usage: '', about: 'this list', writes: false, run: () => Promise.resolve(help(0)) };

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof Refusal) {
    say(`Refused: ${error.message}`);
    for (const fault of error.more.faults ?? []) say(`  ${fault.pointer}: ${fault.detail}`);
    process.exitCode = 1;
  } else {
    say(error instanceof SettingFaults ? error.message : `Could not be done: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
