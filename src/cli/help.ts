import type { Command } from 'commander'
import type { Messages } from './messages/index.ts'
import { displayWidth } from './width.ts'

/** Makes commander's help speak the language of the messages, and count Chinese characters as two columns. */
export function localiseHelp(program: Command, { help }: Messages): void {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
    'Global Options:': help.globalOptions,
  }
  program
    .helpOption('-h, --help', help.helpOption)
    .helpCommand(help.helpCommandTerm, help.helpCommand)
    .version(__VERSION__, '-V, --version', help.version)
    .configureHelp({
      showGlobalOptions: true,
      displayWidth,
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
}
