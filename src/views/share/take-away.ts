import { rowsCsv, rowsJson, type Rows } from '../../formats/rows.ts';
import { copyButton } from './copy-button.ts';

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function saveButton(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'text';
  made.textContent = label;
  made.title = 'What is shown, as a file';
  made.addEventListener('click', act);
  return made;
}

/**
 * What a reader can take away from a view: the rows that it shows as CSV and as JSON, and the link that shows them
 * again, which is the address of the page.
 * @param name of the files, without ending
 * @param rows what is shown when a button is pressed
 */
export function takeAway(name: string, rows: () => Rows): HTMLElement {
  const made = document.createElement('span');
  made.className = 'take-away';
  made.role = 'group';
  made.ariaLabel = 'Take this view away';
  made.append(
    saveButton('Save as CSV', () => save(`${name}.csv`, 'text/csv', rowsCsv(rows()))),
    saveButton('Save as JSON', () =>
      save(`${name}.json`, 'application/json', rowsJson(rows(), location.href)),
    ),
    ...copyButton('Copy the link', () => location.href),
  );
  return made;
}
