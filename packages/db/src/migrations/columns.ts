/** What the migrations write alike. Never edited once it was released: an old migration must go on meaning what it meant. */

const quoted = (values: string) =>
  values
    .split(' ')
    .map((value) => `'${value}'`)
    .join(', ');

/** A check that a column holds one of the values, which are parted by spaces. */
export const oneOf = (column: string, values: string) => `check ("${column}" in (${quoted(values)}))`;

/** A foreign key that is checked when the transaction ends, so that rows may refer to later ones. */
export const foreign = (columns: string, target: string) =>
  `foreign key (${columns}) references ${target} deferrable initially deferred`;

/** A foreign key to a row of the same notice. */
export const within = (column: string, target: string) =>
  foreign(`notice_id, ${column}`, `"${target}" (notice_id, id)`);
