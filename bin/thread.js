// One of the threads that share a batch between them: bin/taizhang.js starts it.
const { parentPort, workerData } = require('node:worker_threads')
const { loadBundle } = require('./bundle.js')

loadBundle().serve(parentPort, workerData)
