import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../chat/card.ts';
import type { Means } from './means.ts';
import { missingScope } from './missing-scope.ts';
import { platformName } from './names.ts';
import type { Web } from './web.ts';

/** How long Slack is given to find out that a picture is one, from one question to the next. **Unit** milliseconds */
const waitsMs = [100, 200, 400, 800, 1500, 3000, 3000, 3000, 3000];

/** A picture that Slack has, or what to say in its place. */
export type Uploaded = { readonly file: string } | { readonly file: null; readonly note: string };

/** Uploads a picture that nobody sees yet, and waits until messages may show it. */
export const uploadPicture = async ({ png, alt }: NonNullable<Card['picture']>, { web, journal }: Means): Promise<Uploaded> => {
  try {
    const file = await web.upload({ png, alt, spot: null });
    await untilKnown(file, web).catch((error: unknown) => journal.problem(platformName, 'files.info', error));
    return { file };
  } catch (error) {
    journal.problem(platformName, 'upload', error);
    return { file: null, note: noteOn(error) };
  }
};

const noteOn = (error: unknown): string => {
  const scope = missingScope(error);
  if (scope === null) return 'The picture could not be shown: Slack took no upload.';
  return `The picture could not be shown: the bot was installed without the scope ${scope}.`;
};

const untilKnown = async (file: string, web: Web): Promise<void> => {
  for (const waitMs of waitsMs) {
    if ((await web.mimetypeOf(file)) !== '') return;
    await sleep(waitMs);
  }
};
