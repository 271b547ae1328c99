const STREAMS = ['log', 'warn', 'error'] as const

const hush = (): { said: string[]; end: () => void } => {
  const said: string[] = []
  const originals = STREAMS.map((name) => [name, console[name]] as const)
  for (const name of STREAMS) console[name] = (...words: unknown[]) => void said.push(words.map(String).join(' '))
  return {
    said,
    end: () => {
      for (const [name, original] of originals) console[name] = original
    },
  }
}

/** Runs a library that talks to the console, and gives what it would have said. */
export const silently = <Result>(work: () => Result): { result: Result; said: string[] } => {
  const { said, end } = hush()
  try {
    return { result: work(), said }
  } finally {
    end()
  }
}

/** Loads a library that talks to the console when it is loaded. */
export const silentlyLoaded = async <Result>(load: () => Promise<Result>): Promise<Result> => {
  const { end } = hush()
  try {
    return await load()
  } finally {
    end()
  }
}
