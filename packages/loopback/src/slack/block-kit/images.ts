import { type Body, isBody } from '../body.ts';
import { allOf, also, type Check, problem, recordOf, words } from './check.ts';
import { plainText } from './texts.ts';

const slackFile: Check = (value, where, scene) => {
  const shape = recordOf({}, { id: words(255), url: words(3000) })(value, where, scene);
  if (shape.length > 0 || !isBody(value)) return shape;
  const trouble = scene.imageProblem(value);
  return trouble === null ? [] : [problem(trouble, where)];
};

/** Slack itself fetches an image from its address, so a host that only this network knows does not do. */
const imageUrl: Check = (value, where, scene) => {
  const shape = words(3000)(value, where, scene);
  if (shape.length > 0) return shape;
  return URL.canParse(String(value)) && isPublic(new URL(String(value))) ? [] : [problem('downloading image failed', where)];
};

const isPublic = (address: URL): boolean =>
  /^https?:$/.test(address.protocol) &&
  !/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|\[)/.test(address.hostname);

const sources = { image_url: imageUrl, slack_file: slackFile };
const alternative = { alt_text: words(2000) };
const hasOneSource = also(
  (image: Body) => (image['image_url'] === undefined) !== (image['slack_file'] === undefined),
  'must have exactly one of image_url and slack_file',
);
const isSharedWithAll = also(
  (image, { isEphemeral }) => !isEphemeral || image['slack_file'] === undefined,
  'ephemeral messages cannot carry files',
);

/** An image as a block of its own. */
export const imageBlock: Check = allOf(
  recordOf(alternative, { ...sources, block_id: words(255), title: plainText(2000) }),
  hasOneSource,
  isSharedWithAll,
);

/** A small image beside text. */
export const imageElement: Check = allOf(recordOf(alternative, sources), hasOneSource, isSharedWithAll);
