/* Loaded into a kernel before anything else: it ends with whoever started it, however that ended. */
process.on('disconnect', () => process.exit());
