import { expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { countParameters } from '../../src/views/figures/parameters/count.ts';
import { presetsOf } from '../../src/views/figures/parameters/presets.ts';
import { siteCatalog } from './site-catalog.ts';
test('x', async () => {
  const c = await siteCatalog();
  const ps = presetsOf(c);
  writeFileSync('/tmp/tf/ps.txt', ps.map((p) => { const n = countParameters(p.shape); return `${p.id.padEnd(34)} ${String(p.reported).padStart(14)} ${n.parameters.toLocaleString('en-GB').padStart(18)} ${p.reported ? ((n.parameters/p.reported-1)*100).toFixed(2) : ''}% active ${n.active.toLocaleString('en-GB')} ${p.reportedActive ?? ''} | ${p.notes.join(' / ').slice(0,160)}`; }).join('\n'));
}, 60000);
