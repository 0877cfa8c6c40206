/** The platform's name to the desk and in the journal. */
export const platformName = 'slack';

/** What Slack's manifest of the app calls the ways in. */
export const commandName = '/vanish';
export const runThisId = 'run-this';
export const changeFormId = 'change';

/** Events that the bot listens to. */
export const eventNames = { mention: 'app_mention', message: 'message', home: 'app_home_opened' } as const;
