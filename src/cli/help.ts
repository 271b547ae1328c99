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

/** Puts examples under the help of a command, what they do in a column beside them. */
export function addExamples(
  command: Command,
  examples: Messages['help']['programExamples'],
  { help }: Messages,
): Command {
  // Measured only when the help is shown: every start would pay for it.
  return command.addHelpText('after', () => {
    const width = Math.max(...examples.map(([line]) => displayWidth(line)))
    const lines = examples.map(([line, what]) =>
      what === undefined ? `  ${line}` : `  ${line}${' '.repeat(width - displayWidth(line))}  ${what}`,
    )
    return `\n${help.examples}\n${lines.join('\n')}`
  })
}
