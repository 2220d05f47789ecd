import type { ComponentChildren } from 'preact';
import type { FigureDefinition } from '../figure.ts';

/** A row of tokens: hollow where they are only read, filled where they are learnt from or scored. */
function Tokens({ x, y, count, kind }: { x: number; y: number; count: number; kind: 'read' | 'written' }) {
  return (
    <g class={`rlhf-${kind}`}>
      {Array.from({ length: count }, (_, i) => (
        <rect key={i} x={x + 13 * i} y={y} width="9" height="9" />
      ))}
    </g>
  );
}

/** The sign of a decoder: each token sees what is left of it. Hollow: a copy that no longer learns. */
function Decoder({ x, y, frozen = false }: { x: number; y: number; frozen?: boolean }) {
  return <path class={frozen ? 'rlhf-frozen' : 'rlhf-model'} d={`M${x} ${y}h12v12h12v12h12v12h-36z`} />;
}

function Label({
  x,
  y,
  children,
  end,
  quiet,
}: {
  x: number;
  y: number;
  children: ComponentChildren;
  end?: boolean;
  quiet?: boolean;
}) {
  return (
    <text class={quiet ? 'label' : undefined} x={x} y={y} text-anchor={end ? 'end' : 'start'}>
      {children}
    </text>
  );
}

/** A line from point to point, with a head at its end. */
function Arrow({
  path,
  head,
}: {
  path: string;
  head: [x: number, y: number, direction: 'right' | 'down' | 'up'];
}) {
  const [x, y, direction] = head;
  const tip = {
    right: `M${x - 5} ${y - 4}L${x} ${y}L${x - 5} ${y + 4}`,
    down: `M${x - 4} ${y - 5}L${x} ${y}L${x + 4} ${y - 5}`,
    up: `M${x - 4} ${y + 5}L${x} ${y}L${x + 4} ${y + 5}`,
  };
  return <path class="rlhf-arrow" d={path + tip[direction]} />;
}

function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg viewBox="0 0 270 196" width="270" height="196" aria-hidden="true">
      {children}
    </svg>
  );
}

function Demonstrations() {
  return (
    <Picture>
      <Label x={0} y={14} quiet>
        prompt
      </Label>
      <Tokens x={0} y={22} count={4} kind="read" />
      <Label x={66} y={14} quiet>
        answer, written by a person
      </Label>
      <Tokens x={66} y={22} count={9} kind="written" />
      <Arrow path="M90 42V84" head={[90, 84, 'down']} />
      <Decoder x={72} y={92} />
      <Label x={120} y={106}>
        pretrained model
      </Label>
      <Label x={120} y={122} quiet>
        learns the answer’s tokens
      </Label>
      <Arrow path="M90 136V168" head={[90, 168, 'down']} />
      <Label x={72} y={188}>
        the reference
      </Label>
    </Picture>
  );
}

function Ranking() {
  const answers = [
    { letter: 'D', count: 7 },
    { letter: 'A', count: 5 },
    { letter: 'C', count: 8 },
    { letter: 'B', count: 3 },
  ];
  return (
    <Picture>
      <Label x={0} y={14} quiet>
        prompt
      </Label>
      <Tokens x={0} y={22} count={4} kind="read" />
      <Label x={66} y={14} quiet>
        answers, ranked by a person
      </Label>
      {answers.map(({ letter, count }, i) => (
        <g key={letter}>
          <Label x={66} y={31 + 16 * i}>
            {letter}
          </Label>
          <Tokens x={82} y={22 + 16 * i} count={count} kind="written" />
          <Label x={232} y={31 + 16 * i} quiet>
            {['best', '', '', 'worst'][i]}
          </Label>
        </g>
      ))}
      <Arrow path="M90 90V110" head={[90, 110, 'down']} />
      <Decoder x={72} y={116} />
      <Label x={120} y={130}>
        reward model
      </Label>
      <Label x={120} y={146} quiet>
        scores each answer alone
      </Label>
      <Arrow path="M90 158V172" head={[90, 172, 'down']} />
      <Label x={72} y={190}>
        r, one number
      </Label>
    </Picture>
  );
}

function Reinforcement() {
  return (
    <Picture>
      <Label x={0} y={14} quiet>
        prompt
      </Label>
      <Tokens x={0} y={22} count={4} kind="read" />
      <Arrow path="M18 40V56" head={[18, 56, 'down']} />
      <Decoder x={0} y={62} />
      <Label x={0} y={116}>
        policy
      </Label>
      <Arrow path="M40 80H56" head={[56, 80, 'right']} />
      <Tokens x={64} y={76} count={5} kind="written" />
      <Label x={64} y={68} quiet>
        its answer
      </Label>
      <Arrow path="M134 80H150V40H166" head={[166, 40, 'right']} />
      <Label x={174} y={14} quiet>
        reward model
      </Label>
      <Decoder x={174} y={22} frozen />
      <Label x={218} y={48}>
        r
      </Label>
      <Arrow path="M150 80V112H166" head={[166, 112, 'right']} />
      <Label x={174} y={86} quiet>
        reference, fixed
      </Label>
      <Decoder x={174} y={94} frozen />
      <Label x={218} y={120}>
        log-ratio
      </Label>
      <Arrow path="M240 128V164H18V124" head={[18, 124, 'up']} />
      <Label x={38} y={156}>
        reward: r − β · log-ratio
      </Label>
      <Label x={38} y={182} quiet>
        PPO changes the policy
      </Label>
    </Picture>
  );
}

const stages = [
  {
    name: 'Supervised fine-tuning',
    drawing: <Demonstrations />,
    facts: ['People write answers.', 'The model learns to continue prompts as they did.'],
  },
  {
    name: 'Reward model',
    drawing: <Ranking />,
    facts: ['People rank answers that a model wrote.', 'A second model learns to score as they rank.'],
  },
  {
    name: 'Reinforcement learning',
    drawing: <Reinforcement />,
    facts: [
      'Nobody judges any more: the reward model does.',
      'Moving away from the reference is charged for.',
    ],
  },
];

function View() {
  return (
    <ol class="rlhf-stages">
      {stages.map(({ name, drawing, facts }, i) => (
        <li key={name}>
          <p class="rlhf-name">
            {i + 1} {name}
          </p>
          {drawing}
          {facts.map((fact) => (
            <p key={fact}>{fact}</p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** A still picture: there is nothing to change in it. */
const figure: FigureDefinition<object> = {
  initial: {},
  isStill: true,
  read: () => ({}),
  write: () => ({}),
  describe: () =>
    'Three stages: a pretrained model learns from answers that people wrote and becomes the reference; a reward model learns from answers that people ranked; the policy, at first equal to the reference, writes answers and is changed so that their reward rises, less a charge for moving away from the reference.',
  View,
};
export default figure;
