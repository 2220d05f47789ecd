import { comparedAddress, modelAddress } from '../../catalog/addresses.ts';
import { commonAncestorOf } from '../../catalog/common-ancestor.ts';
import { comparedRows, type ComparedModel } from '../../catalog/comparison.ts';
import { findNames } from '../../catalog/find-names.ts';
import { shortDateText } from '../../catalog/number-text.ts';
import { allNames, bareNames } from '../search/loaded-names.ts';
import { here } from '../search/base.ts';
import { element } from '../search/elements.ts';
import { json } from '../search/loading.ts';
import { takeAway } from '../share/take-away.ts';
import { sizeDomainOf } from '../strip/size-scale.ts';
import { comparisonRows } from './comparison-rows.ts';
import {
  askedComparison,
  comparisonQuery,
  mostCompared,
  moved,
  resolvedComparison,
  type ResolvedComparison,
} from './compare-state.ts';
import { ancestorElement, comparisonTable, modelLink } from './drawing.ts';
import { modelPicker } from './model-picker.ts';
import { scaleElement, sizeText, stripElement } from './sizes.ts';

const loading = new Map<string, Promise<ComparedModel>>();

/** The data of a model, loaded once; what failed is tried again when it is next asked for. */
function load(slug: string): Promise<ComparedModel> {
  const known = loading.get(slug);
  if (known) return known;
  const made = json<ComparedModel>(comparedAddress(slug));
  loading.set(slug, made);
  made.catch(() => loading.delete(slug));
  return made;
}

/** Compares the models that the address names. */
class CompareModels extends HTMLElement {
  private slugs: string[] = [];
  private onlyDifferences = false;
  private turn = 0;
  private readonly baseTitle = document.title;

  connectedCallback(): void {
    this.within('.chosen-models').hidden = false;
    modelPicker(this.within<HTMLFormElement>('.adding'), {
      isChosen: (slug) => this.slugs.includes(slug),
      pick: (slug) => this.change([...this.slugs, slug]),
    });
    window.addEventListener('popstate', () => void this.readAddress());
    void this.readAddress();
  }

  private within<Part extends HTMLElement>(selector: string): Part {
    return this.querySelector<Part>(selector)!;
  }

  /** Finds out what the address asks for, corrects it where it was understood otherwise, and draws. */
  private async readAddress(): Promise<void> {
    const mine = ++this.turn;
    const asked = askedComparison(location.search);
    this.onlyDifferences = asked.onlyDifferences;
    let notices: Node[] = [];
    if (asked.names.length === 0) this.slugs = [];
    else {
      this.within('.unasked').hidden = true;
      try {
        let resolved = resolvedComparison(asked.names, (await bareNames()).rows);
        if (resolved.unknown.length > 0) resolved = resolvedComparison(asked.names, (await allNames()).rows);
        if (mine !== this.turn) return;
        this.slugs = resolved.slugs;
        notices = await this.noticesOf(resolved);
      } catch {
        if (mine !== this.turn) return;
        this.slugs = [];
        notices = [
          element('p', {}, 'The list of models could not be loaded, so nothing can be compared now.'),
        ];
      }
      if (mine !== this.turn) return;
    }
    if (notices.length === 0) this.writeAddress('replace');
    await this.draw(notices);
  }

  private async noticesOf({ unknown, beyond, slugs }: ResolvedComparison): Promise<Node[]> {
    if (unknown.length === 0 && beyond.length === 0) return [];
    const index = await allNames();
    const nameOf = (slug: string) => index.rows.find((row) => row.slug === slug)?.name ?? slug;
    const notices: Node[] = unknown.map((name) => {
      const nearest = findNames(index, name, 1)[0]?.row;
      const line = element('p', {}, `“${name}” is no model of this catalog. `);
      if (nearest && !slugs.includes(nearest.slug) && slugs.length < mostCompared) {
        const link = element('a', { href: this.addressOf([...slugs, nearest.slug]) }, nearest.name);
        line.append('The nearest name is ', link, '.');
      } else if (nearest) {
        line.append(`The nearest name is ${nearest.name}.`);
      }
      return line;
    });
    if (beyond.length > 0) {
      const names = beyond.map(nameOf).join(', ');
      notices.push(
        element(
          'p',
          {},
          `Six models at most stand side by side. Left out: ${names}. Remove one to add another.`,
        ),
      );
    }
    return notices;
  }

  private addressOf(slugs: readonly string[]): string {
    return location.pathname + comparisonQuery(slugs, this.onlyDifferences);
  }

  private writeAddress(how: 'push' | 'replace'): void {
    const address = this.addressOf(this.slugs);
    if (address === location.pathname + location.search) return;
    try {
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(history.state, '', address);
    } catch {
      // Some browsers refuse when it is asked for too often; the next change tries again.
    }
  }

  /** Takes up another choice of models, as a step that "back" undoes. */
  private change(slugs: string[], focus?: () => HTMLElement | null): void {
    this.turn++;
    this.slugs = slugs.slice(0, mostCompared);
    this.writeAddress('push');
    void this.draw([]).then(() => focus?.()?.focus());
  }

  private async draw(notices: Node[]): Promise<void> {
    const mine = this.turn;
    const { slugs } = this;
    const loaded = await Promise.allSettled(slugs.map(load));
    if (mine !== this.turn) return;
    const models = loaded.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    loaded.forEach((result, at) => {
      if (result.status === 'fulfilled') return;
      const link = element('a', { href: here(modelAddress(slugs[at]!)) }, slugs[at]!);
      notices.push(element('p', {}, 'The data of ', link, ' could not be loaded. Its page may still open.'));
    });
    this.drawChosen(models);
    const isFull = slugs.length >= mostCompared;
    const input = this.within<HTMLInputElement>('.adding input');
    input.disabled = isFull;
    this.within('.adding').hidden = isFull;
    if (isFull) notices.push(element('p', {}, 'Six is the most. Remove one to add another.'));
    if (models.length === 1) notices.push(this.oneAlone(models[0]!));
    this.within('.notices').replaceChildren(...notices);
    this.within('.unasked').hidden = slugs.length > 0;
    const names = models.map(({ name }) => name).join(', ');
    document.title = names ? `${names} · ${this.baseTitle}` : this.baseTitle;
    this.within('.comparison').replaceChildren(...(models.length > 1 ? this.sections(models) : []));
  }

  /** One model is no comparison: what it might be compared with. */
  private oneAlone({ slug, name, ancestry, cells }: ComparedModel): HTMLElement {
    const parents = ancestry[0]!.parents
      .map(({ parent }) => ancestry.find(({ id }) => id === parent)!)
      .filter(({ id, address }) => address === modelAddress(id))
      .map(({ id, name: called }) => ({ slug: id, name: called }));
    const kin = [...(cells.successor?.values ?? []), ...(cells.children?.values ?? [])].map(
      ({ text, address }) => ({ slug: address!.split('/').at(-2)!, name: text }),
    );
    const all = [...parents, ...kin];
    const line = element('p', {}, `${name} stands alone. Add another model`);
    const near = all
      .filter((one, at) => all.findIndex((other) => other.slug === one.slug) === at)
      .slice(0, 6);
    near.forEach((one, at) => {
      line.append(at === 0 ? ', such as ' : at === near.length - 1 ? ' or ' : ', ');
      line.append(element('a', { href: this.addressOf([slug, one.slug]) }, one.name));
    });
    line.append('.');
    return line;
  }

  private drawChosen(models: readonly ComparedModel[]): void {
    const domain = sizeDomainOf(
      models.flatMap(({ sizes }) => [
        ...sizes.parameters,
        ...(sizes.active === undefined ? [] : [sizes.active]),
      ]),
    );
    const withSizes = models.some(({ sizes }) => sizes.parameters.length > 0);
    const list = this.within('.chosen');
    list.replaceChildren(...models.map((model, at) => this.chosenElement(model, at, models.length, domain)));
    if (withSizes)
      list.prepend(element('li', { class: 'axis', 'aria-hidden': 'true' }, scaleElement(domain)));
    const isSparse = models.some(({ sizes }) => sizes.active !== undefined);
    const words = withSizes
      ? `parameters on one log scale${isSparse ? '; hollow: what one token uses' : ''}`
      : '';
    const note = this.within('.chosen-models .hang p');
    note.textContent = models.length === 0 ? 'two to six' : words;
  }

  private chosenElement(
    model: ComparedModel,
    at: number,
    count: number,
    domain: Parameters<typeof stripElement>[1],
  ): HTMLElement {
    const { slug, name } = model;
    const button = (what: string, sign: string, words: string, act: () => void, isOff = false) => {
      const made = element(
        'button',
        { type: 'button', class: 'text', 'data-do': what, 'aria-label': words },
        sign,
      );
      made.disabled = isOff;
      made.addEventListener('click', act);
      return made;
    };
    const move = (what: 'up' | 'down', by: 1 | -1) => () =>
      this.change(moved(this.slugs, slug, by), () => {
        const [same, other] = [what, what === 'up' ? 'down' : 'up'].map((one) =>
          this.querySelector<HTMLButtonElement>(`[data-slug="${slug}"] [data-do=${one}]`),
        );
        return same?.disabled ? other! : same!;
      });
    const remove = () =>
      this.change(
        this.slugs.filter((other) => other !== slug),
        () => {
          const buttons = this.querySelectorAll<HTMLElement>('[data-do=remove]');
          return buttons[Math.min(at, buttons.length - 1)] ?? this.querySelector('#add');
        },
      );
    return element(
      'li',
      { class: `f-${model.hue}`, 'data-slug': slug },
      element(
        'span',
        { class: 'who' },
        modelLink(model),
        ' ',
        element('small', {}, shortDateText(model.released)),
      ),
      element('span', { class: 'sizes' }, stripElement(model, domain)),
      element('span', { class: 'size' }, sizeText(model)),
      element(
        'span',
        { class: 'controls' },
        button('up', '↑', `Move ${name} forward`, move('up', -1), at === 0),
        button('down', '↓', `Move ${name} back`, move('down', 1), at === count - 1),
        button('remove', 'Remove', `Remove ${name}`, remove),
      ),
    );
  }

  private sections(models: readonly ComparedModel[]): HTMLElement[] {
    const common = ancestorElement(models, commonAncestorOf(models.map(({ ancestry }) => ancestry)));
    common.className = 'wide';
    const rows = comparedRows(models);
    const count = (...standings: string[]) =>
      rows.filter(({ standing }) => standings.includes(standing)).length;
    const compared = count('differs', 'same');
    const region = element('div', {
      class: 'compared',
      role: 'region',
      'aria-label': 'Comparison, field by field',
      tabindex: '0',
    });
    region.append(comparisonTable(models, rows));
    region.toggleAttribute('data-only-differences', this.onlyDifferences);

    const box = element('input', { type: 'checkbox', id: 'only' });
    box.checked = this.onlyDifferences;
    box.addEventListener('change', () => {
      this.onlyDifferences = box.checked;
      region.toggleAttribute('data-only-differences', box.checked);
      this.writeAddress('replace');
    });
    const tools = element(
      'p',
      { class: 'tools' },
      element('label', {}, box, ' Only differences'),
      element(
        'span',
        { class: 'was' },
        `${count('differs')} of ${compared} fields that two or more record differ`,
      ),
    );
    tools.append(
      takeAway('transformer-comparison', () =>
        comparisonRows(
          models,
          this.onlyDifferences ? rows.filter(({ standing }) => standing === 'differs') : rows,
        ),
      ),
    );
    const key = element(
      'p',
      { class: 'key' },
      element('span', {}, '≠ differs'),
      element('span', {}, '= the same'),
      element('span', {}, element('b', {}, 'bold'), ' only this one has it'),
      element('span', {}, '— not recorded, which is no difference'),
    );
    return [
      this.section('common', 'Common ancestor', common),
      this.section('fields', 'Field by field', element('div', { class: 'wide' }, tools, key), region),
    ];
  }

  private section(id: string, title: string, ...content: HTMLElement[]): HTMLElement {
    const hang = element('div', { class: 'hang' }, element('h2', { id }, title));
    return element('section', { class: 'row', 'aria-labelledby': id }, hang, ...content);
  }
}

customElements.define('compare-models', CompareModels);
