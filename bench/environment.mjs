/** The environment of what is timed, without certificates: node reads them at every start, ours and bare alike, which flatters the ratio. */
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env

export { env }
