import type { Contract } from '#documents';
import apify from '../../../presets/apify.json' with { type: 'json' };
import canvas from '../../../presets/canvas-score.json' with { type: 'json' };
import evolve from '../../../presets/evolve.json' with { type: 'json' };
import ignition from '../../../presets/ignition.json' with { type: 'json' };
import instantly from '../../../presets/instantly.json' with { type: 'json' };
import livechat from '../../../presets/livechat.json' with { type: 'json' };
import motion from '../../../presets/motion.json' with { type: 'json' };
import smc from '../../../presets/smc-web-solution.json' with { type: 'json' };
import travel from '../../../presets/travel-code.json' with { type: 'json' };
import vercel from '../../../presets/vercel-v0.json' with { type: 'json' };
import webydo from '../../../presets/webydo.json' with { type: 'json' };
import zapier from '../../../presets/zapier.json' with { type: 'json' };

/** Real programs to begin with: those that `presets/README.md` names as the best to start from. */
export const programs = [
  apify,
  canvas,
  evolve,
  ignition,
  instantly,
  livechat,
  motion,
  smc,
  travel,
  vercel,
  webydo,
  zapier,
] as unknown as readonly Contract[];
