import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Action } from './controls.tsx';
import { parametersOf, withParameters, type AnyFigure } from './figure.ts';

const definitions = import.meta.glob<AnyFigure>('./*/figure.tsx', { import: 'default' });
/** Milliseconds without a further change after which the text and the address follow, so that a slider floods neither. */
const settling = 300;

interface PlayerProps {
  name: string;
  figure: AnyFigure;
  data: unknown;
  /** The state that Reset goes back to. */
  first: object;
  /** The state to begin with: of the address, or the first. */
  begin: object;
}

/** The address of the page with the figure in this state. */
function addressOf(name: string, figure: AnyFigure, state: object): string {
  const url = new URL(location.href);
  url.search = withParameters(name, figure.write(state), new URLSearchParams(location.search)).toString();
  url.hash = `figure-${name}`;
  return url.href;
}

function Player({ name, figure, data, first, begin }: PlayerProps) {
  const [state, setState] = useState(begin);
  const [told, setTold] = useState(begin);
  const [copied, setCopied] = useState('');
  const isTouched = useRef(false);
  useEffect(() => {
    if (!isTouched.current) return;
    const timer = setTimeout(() => {
      setTold(state);
      const { search } = new URL(addressOf(name, figure, state));
      history.replaceState(history.state, '', location.pathname + search + location.hash);
    }, settling);
    return () => clearTimeout(timer);
  }, [state]);
  const set = (next: (before: object) => object) => {
    isTouched.current = true;
    setCopied('');
    setState(next);
  };
  const copy = async () => {
    const address = addressOf(name, figure, state);
    try {
      await navigator.clipboard.writeText(address);
      setCopied('The link is copied.');
    } catch {
      history.replaceState(history.state, '', address);
      setCopied('The address of this page now holds this state; copy it from there.');
    }
  };
  return (
    <>
      <div class="picture">
        {figure.View({ id: name, state, data, change: (part) => set((before) => ({ ...before, ...part })) })}
      </div>
      <p class="describe" aria-live="polite">
        {figure.describe(told, data)}
      </p>
      <div class="figure-tools">
        <Action label="Reset" onClick={() => set(() => first)} />
        <Action label="Copy a link to this state" onClick={copy} />
        <span role="status">{copied}</span>
      </div>
    </>
  );
}

/** Makes a figure playable, in the state that the address holds or the one it was drawn in. */
export async function play(element: HTMLElement): Promise<void> {
  const name = element.getAttribute('name')!;
  const figure = await definitions[`./${name}/figure.tsx`]!();
  const data: unknown = element.dataset.input === undefined ? undefined : JSON.parse(element.dataset.input);
  const first = figure.read(new URLSearchParams(element.getAttribute('state') ?? ''));
  const asked = parametersOf(name, new URLSearchParams(location.search));
  const begin = asked.size > 0 ? figure.read(asked) : first;
  render(<Player name={name} figure={figure} data={data} first={first} begin={begin} />, element);
  element.toggleAttribute('data-playable', true);
}
