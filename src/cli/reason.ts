// Why a source was not read comes in as the sources say it; the same for somebody at the command line goes out.

/** The message without the name again, and with the option that helps. */
export const reason = (name: string, message: string): string =>
  message
    .replace(`${name} was not read: `, '')
    .replace('Allow private addresses to', '--allow-private lets Rapport')
