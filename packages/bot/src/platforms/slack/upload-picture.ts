import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import type { Means } from './means.ts';
import { platformName } from './names.ts';
import type { Web } from './web.ts';

/** How long Slack is given to find out that a picture is one, from one question to the next. **Unit** milliseconds */
const waitsMs = [100, 200, 400, 800, 1500, 3000, 3000, 3000, 3000];

/** Uploads a picture that nobody sees yet, and waits until messages may show it. Null where that does not work. */
export const uploadPicture = async (
  { png, alt }: NonNullable<Card['picture']>,
  { web, journal }: Means,
): Promise<string | null> => {
  try {
    const file = await web.upload({ png, alt, spot: null });
    await untilKnown(file, web).catch((error: unknown) => journal.problem(platformName, 'files.info', error));
    return file;
  } catch (error) {
    journal.problem(platformName, 'upload', error);
    return null;
  }
};

const untilKnown = async (file: string, web: Web): Promise<void> => {
  for (const waitMs of waitsMs) {
    if ((await web.mimetypeOf(file)) !== '') return;
    await sleep(waitMs);
  }
};
