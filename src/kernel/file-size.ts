/** Most bytes of a file that somebody sends: what pages say and refuse, what the server reads, what modules/files keeps. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
