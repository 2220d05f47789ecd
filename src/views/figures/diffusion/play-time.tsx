import { useEffect, useRef, useState } from 'preact/hooks';
import { Action } from '../controls.tsx';

interface Props {
  time: number;
  /** Where playing begins and where it ends. */
  from: number;
  to: number;
  onChange: (time: number) => void;
}

/** Milliseconds between two pictures, and how many of them a run takes. */
const pace = 50;
const pictures = 100;
/** How many presses carry a reader who wants no motion from one end to the other. */
const presses = 10;

/** Runs the time from one end to the other; where motion is unwelcome, one press is one step. */
export function PlayTime({ time, from, to, onChange }: Props) {
  const [isPlaying, setPlaying] = useState(false);
  const [isStill, setStill] = useState(false);
  const now = useRef({ time, onChange });
  now.current = { time, onChange };
  const move = (parts: number) => {
    const ahead = now.current.time + (to - from) / parts;
    now.current.onChange(to > from ? Math.min(to, ahead) : Math.max(to, ahead));
  };
  useEffect(() => {
    const wish = matchMedia('(prefers-reduced-motion: reduce)');
    const read = () => setStill(wish.matches);
    read();
    wish.addEventListener('change', read);
    return () => wish.removeEventListener('change', read);
  }, []);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setInterval(() => {
      if (now.current.time === to) setPlaying(false);
      else move(pictures);
    }, pace);
    return () => clearInterval(timer);
  }, [isPlaying, from, to]);
  const press = () => {
    if (time === to) onChange(from);
    else if (isStill) move(presses);
    if (!isStill) setPlaying(!isPlaying);
  };
  const label = isStill ? (time === to ? 'Back to the start' : 'Step') : isPlaying ? 'Stop' : 'Play';
  return <Action label={label} onClick={press} />;
}
