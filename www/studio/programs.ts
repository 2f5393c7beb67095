import type { Contract } from '#documents';
import auware from '../../presets/auware.json' with { type: 'json' };
import barCodesTalk from '../../presets/bar-codes-talk.json' with { type: 'json' };
import capsule from '../../presets/capsule.json' with { type: 'json' };
import clickup from '../../presets/clickup.json' with { type: 'json' };
import deputy from '../../presets/deputy.json' with { type: 'json' };
import dext from '../../presets/dext.json' with { type: 'json' };
import inuno from '../../presets/inuno.json' with { type: 'json' };
import kinetic from '../../presets/kinetic-staffing.json' with { type: 'json' };
import lemon from '../../presets/lemon-squeezy.json' with { type: 'json' };
import outgrow from '../../presets/outgrow.json' with { type: 'json' };
import subbly from '../../presets/subbly.json' with { type: 'json' };
import voye from '../../presets/voye.json' with { type: 'json' };
import { programs as best } from '../elements/payout-comparison/programs.js';

/** Every real program that there is a contract of, by name. */
export const programs: readonly Contract[] = [
  ...best,
  ...([auware, barCodesTalk, capsule, clickup, deputy, dext, inuno, kinetic, lemon, outgrow, subbly, voye] as unknown as Contract[]),
].sort((one, other) => (one.name ?? '').localeCompare(other.name ?? ''));
