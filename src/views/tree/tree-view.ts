import { findNames } from '../../catalog/find-names.ts';
import type { NameHit } from '../../catalog/name-matches.ts';
import { allNames } from '../search/loaded-names.ts';
import type { NameRow } from '../search/name-rows.ts';
import { ancestorsIn, descendantsIn, neighbourIn } from './descent.ts';
import { allFolds, hiddenIn, parseFolds, printFolds, unfoldedFor, unknownText } from './tree-folds.ts';
import { rowY } from './tree-lines.ts';
import { nodesOf, TreePicture, type PictureNode } from './tree-picture.ts';
import { TreeWindow } from './tree-window.ts';

/** Hits that the find field walks through. */
const mostHits = 12;

/** Makes the tree of the page one to move in: lights descent, walks, folds, finds, zooms. The outline follows. */
class TreeView extends HTMLElement {
  private nodes = new Map<string, PictureNode>();
  private rows = new Map<string, HTMLElement>();
  private folded = new Set<string>();
  private picture!: TreePicture;
  private window!: TreeWindow;
  /** The one link that Tab stops at. */
  private current: string | undefined;
  private hits: NameHit<NameRow>[] = [];
  private hit = 0;

  connectedCallback(): void {
    const svg = this.querySelector<SVGSVGElement>('.family-tree');
    const frame = this.querySelector<HTMLElement>('.tree-window');
    if (!svg || !frame) return;
    const nodes = nodesOf(svg);
    this.nodes = new Map(nodes.map((node) => [node.id, node]));
    this.rows = new Map(
      [...this.querySelectorAll<HTMLElement>('[data-row]')].map((row) => [row.dataset.row!, row]),
    );
    this.picture = new TreePicture(svg, nodes, (id) => this.toggle(id));
    this.window = new TreeWindow(frame, svg, (zoom) => {
      this.querySelector('[data-do=whole]')!.textContent = `${Math.round(zoom * 100)} %`;
    });
    this.addFoldButtons();
    this.querySelector('.keys')?.toggleAttribute('hidden', false);
    for (const begin of ['pointerover', 'focusin'])
      frame.addEventListener(begin, (event) => this.light(idOf(event)));
    for (const end of ['pointerleave', 'focusout']) frame.addEventListener(end, () => this.light(undefined));
    frame.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('click', (event) => this.onClick(event));
    this.listenToField(this.querySelector('input')!);
    addEventListener('hashchange', () => this.goToHash());
    addEventListener('popstate', () => this.readAddress());
    this.current = nodes[0]?.id;
    this.readAddress();
    this.goToHash();
  }

  private readAddress(): void {
    const { folded, unknown } = parseFolds(location.search, this.nodes);
    this.folded = folded;
    this.draw();
    this.querySelector('.ignored')!.textContent = unknownText(unknown);
  }

  private say(text: string): void {
    this.querySelector('.said')!.textContent = text;
  }

  private get isPictureShown(): boolean {
    return this.querySelector('.tree-window')!.getClientRects().length > 0;
  }

  private draw(): void {
    const hidden = hiddenIn(this.nodes, this.folded);
    const counts = new Map(
      [...this.folded].map((id): [string, number] => [id, descendantsIn(this.nodes, id).length]),
    );
    const svg = this.querySelector<SVGSVGElement>('.family-tree')!;
    this.window.resize(svg.viewBox.baseVal.width, this.picture.draw(hidden, counts));
    if (this.current !== undefined && hidden.has(this.current)) {
      this.current = ancestorsIn(this.nodes, this.current).find((id) => !hidden.has(id));
    }
    this.setCurrent(this.current);
    for (const [id, row] of this.rows) {
      const list = row.parentElement!.querySelector('ul');
      if (!list) continue;
      list.hidden = this.folded.has(id);
      const button = row.querySelector('button')!;
      button.ariaExpanded = String(!list.hidden);
      button.textContent = list.hidden ? `${counts.get(id)} more` : 'fold';
      button.ariaLabel = `${button.textContent}: what descends from ${this.nodes.get(id)!.name}`;
    }
  }

  private addFoldButtons(): void {
    for (const [id, row] of this.rows) {
      if (!row.parentElement!.querySelector('ul')) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'text fold-row';
      button.addEventListener('click', () => this.toggle(id));
      row.querySelector('.n')!.append(button);
    }
  }

  private fold(folded: Set<string>): void {
    this.folded = folded;
    this.draw();
    history.replaceState(null, '', printFolds(location.search, folded) + location.hash || location.pathname);
  }

  private toggle(id: string): void {
    if (!this.rows.get(id)?.parentElement!.querySelector('ul')) return;
    const folded = new Set(this.folded);
    if (!folded.delete(id)) folded.add(id);
    this.fold(folded);
    const { name } = this.nodes.get(id)!;
    const count = descendantsIn(this.nodes, id).length;
    this.say(folded.has(id) ? `${name} is folded and hides ${count}.` : `${name} is unfolded.`);
  }

  private setCurrent(id: string | undefined): void {
    this.current = id;
    for (const [other, { link }] of this.nodes) link.setAttribute('tabindex', other === id ? '0' : '-1');
  }

  /** Lights the descent of a node, draws and names its further parents. */
  private light(id: string | undefined): void {
    const kin = new Set(
      id === undefined ? [] : [id, ...ancestorsIn(this.nodes, id), ...descendantsIn(this.nodes, id)],
    );
    const further = this.picture.drawFurther(id);
    this.querySelector('.family-tree')!.classList.toggle('lit', id !== undefined);
    for (const [other, { link }] of this.nodes)
      link.classList.toggle('kin', kin.has(other) || further.includes(other));
    for (const line of this.querySelectorAll<SVGPathElement>('.lines [data-of]')) {
      line.classList.toggle('kin', kin.has(line.dataset.of!));
    }
    if (id === undefined) return;
    this.say(`${this.nodes.get(id)!.name}: ${this.rows.get(id)?.querySelector('.was')?.textContent ?? ''}`);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const id = idOf(event);
    const placed = [...this.picture.placed.values()].map(({ id, parent, x, row }) => ({
      id,
      parent,
      x,
      y: rowY(row),
    }));
    const next = id === undefined ? undefined : neighbourIn(placed, id, key);
    if (next !== undefined) this.focusNode(next);
    else if (key === ' ' && id !== undefined) this.toggle(id);
    else if (key === '+' || key === '=') this.window.step(1);
    else if (key === '-') this.window.step(-1);
    else if (key === '0') this.window.zoomTo(1);
    else return;
    event.preventDefault();
  }

  private focusNode(id: string): void {
    this.setCurrent(id);
    const link = this.nodes.get(id)!.link;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private onClick(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>('[data-do]');
    switch (button?.dataset.do) {
      case 'fold':
        return this.fold(allFolds(this.nodes));
      case 'unfold':
        return this.fold(new Set());
      case 'smaller':
        return this.window.step(-1);
      case 'larger':
        return this.window.step(1);
      case 'whole':
        return this.window.zoomTo(1);
    }
  }

  /** Brings a node into view, unfolding what hides it, and marks it. */
  private goTo(id: string): void {
    const folded = unfoldedFor(this.nodes, this.folded, id);
    if (folded.size < this.folded.size) this.fold(folded);
    for (const [other, { link }] of this.nodes) link.classList.toggle('sought', other === id);
    for (const [other, row] of this.rows) row.classList.toggle('sought', other === id);
    this.setCurrent(id);
    const target = this.isPictureShown ? this.nodes.get(id)!.link : this.rows.get(id);
    target?.scrollIntoView({ block: 'center', inline: 'center' });
  }

  private goToHash(): void {
    const hash = location.hash.slice(1);
    const id = [hash, `concept:${hash}`].find((one) => this.nodes.has(one));
    if (id === undefined) return;
    this.goTo(id);
    this.light(id);
  }

  private listenToField(field: HTMLInputElement): void {
    field.addEventListener('input', () => void this.find(field.value));
    field.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0 && this.hits.length > 0) {
        event.preventDefault();
        this.hit = (this.hit + step + this.hits.length) % this.hits.length;
        this.showHit();
      } else if (event.key === 'Enter' && this.hits[this.hit]) {
        event.preventDefault();
        const { slug } = this.hits[this.hit]!.row;
        history.replaceState(null, '', `${location.search}#${slug}`);
        if (this.isPictureShown) this.focusNode(slug);
        else this.rows.get(slug)?.querySelector('a')?.focus();
      }
    });
  }

  private async find(typed: string): Promise<void> {
    const field = this.querySelector('input')!;
    try {
      const index = await allNames();
      if (field.value !== typed) return;
      this.hits = findNames(index, typed, mostHits).filter(({ row }) => this.nodes.has(row.slug));
    } catch {
      return this.say('The names could not be loaded. The outline below can be searched with the browser.');
    }
    this.hit = 0;
    const found = new Set(this.hits.map(({ row }) => row.slug));
    for (const [id, { link }] of this.nodes) link.classList.toggle('found', found.has(id));
    if (this.hits.length > 0) this.showHit();
    else {
      this.light(undefined);
      this.say(typed.trim() === '' ? '' : `No model is called “${typed.trim().slice(0, 40)}” or nearly so.`);
    }
  }

  private showHit(): void {
    const { row } = this.hits[this.hit]!;
    this.goTo(row.slug);
    this.light(row.slug);
    const place =
      this.hits.length > 1 ? `${this.hit + 1} of ${this.hits.length}, arrow keys for the others` : '';
    this.say(`${row.name}: ${[place, 'Enter goes there'].filter(Boolean).join('; ')}.`);
  }
}

function idOf(event: Event): string | undefined {
  return (event.target as Element).closest<SVGAElement>('a[data-node]')?.dataset.node;
}

customElements.define('tree-view', TreeView);
