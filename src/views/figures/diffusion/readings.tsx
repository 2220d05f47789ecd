export interface Reading {
  name: string;
  values: readonly string[];
}

/** A small table of numbers beside a picture. */
export function Readings({
  caption,
  columns,
  rows,
}: {
  caption: string;
  /** Heads of the columns, where there are several. */
  columns?: readonly string[];
  rows: readonly Reading[];
}) {
  return (
    <table class="diffusion-readings">
      <caption>{caption}</caption>
      {columns && (
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th scope="col" class="num" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td class="num" key={index}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
