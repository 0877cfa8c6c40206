import { keys } from '../experiment/keys.ts';
import * as ideas from '../notions/ideas/index.ts';
import * as quantities from '../notions/quantities/index.ts';
import { notionOfOutcome, notionOfVerdict } from '../notions/verdicts.ts';
import * as remedies from '../parts/remedies/index.ts';
import { type Shelf, variantsOf } from '../parts/shelf.ts';
import type { Variant } from '../parts/variant.ts';
import { choiceKeys } from './find-key.ts';
import * as presets from './presets/index.ts';
import type { Preset } from './presets/preset.ts';

/** Things of one kind that can be explained. */
export interface SubjectGroup {
  /** What `list` calls it: `remedies`. */
  readonly name: string;
  /** What stands before a name that means something else by itself: `remedy=gru`. */
  readonly prefix: string;
  readonly all: readonly Pick<Variant, 'name' | 'aliases' | 'summary' | 'explanation'>[];
  /** Whether its names are understood only where they mean nothing else. */
  readonly standsBehind: boolean;
}

const shelved = (shelf: Shelf): readonly Variant[] => variantsOf<Variant>(shelf);

/** A preset is explained like everything else, and run by its name. */
const explained = ({ name, why, source, ...listed }: Preset): Variant => ({
  ...listed,
  name,
  explanation: { text: why, formula: null, source, example: `example ${name}` },
});

/** The presets, by name. */
export const allPresets: readonly Preset[] = Object.values<Preset>(presets).sort((one, other) =>
  one.name < other.name ? -1 : 1,
);

/** All that can be explained, in the order in which a name is looked up: what answers say before what questions say. */
export const subjectGroups: readonly SubjectGroup[] = [
  {
    name: 'verdicts',
    prefix: 'verdict',
    all: [...Object.values(notionOfVerdict), ...Object.values(notionOfOutcome)],
    standsBehind: false,
  },
  { name: 'quantities', prefix: 'quantity', all: shelved(quantities), standsBehind: false },
  { name: 'keys', prefix: 'key', all: keys, standsBehind: false },
  ...choiceKeys.map(({ plural, name, shelf }) => ({ name: plural, prefix: name, all: shelved(shelf), standsBehind: false })),
  { name: 'ideas', prefix: 'idea', all: shelved(ideas), standsBehind: false },
  { name: 'remedies', prefix: 'remedy', all: shelved(remedies), standsBehind: true },
  { name: 'examples', prefix: 'example', all: allPresets.map(explained), standsBehind: true },
];
