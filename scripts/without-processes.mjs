// commander can run sub-commands as programs of their own; ours never are, and loading node:child_process costs a
// tenth of a start.
const stub = 'module.exports = { get spawn() { throw new Error("no sub-command is a program of its own") } }'

export const withoutProcesses = {
  name: 'without-processes',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'without-processes' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'without-processes' }, () => ({ contents: stub, loader: 'js' }))
  },
}
