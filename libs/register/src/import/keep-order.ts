/** Room between the orders of two records, so that later ones fit between. */
const GAP = 1024;

/**
 * Orders for a list as a file has it, ascending. What stood keeps the order it had, as far as the list allows (the longest rising
 * run); what is new, or has moved, goes between. Where there is no room left, all get new orders.
 */
export function keepOrder(standing: readonly (number | undefined)[]): number[] {
  const kept = risingRun(standing);
  const orders: number[] = [];
  for (let index = 0; index < standing.length; index += 1) {
    if (kept.has(index)) {
      orders.push(standing[index]!);
      continue;
    }
    let end = index;
    while (end < standing.length && !kept.has(end)) end += 1;
    const below = orders.at(-1) ?? 0;
    const above = end < standing.length ? standing[end]! : below + GAP * (end - index + 1);
    const step = Math.floor((above - below) / (end - index + 1));
    if (step < 1) return standing.map((_, place) => (place + 1) * GAP);
    for (let place = index; place < end; place += 1) orders.push(below + step * (place - index + 1));
    index = end - 1;
  }
  return orders;
}

/** Positions of the longest strictly rising run of what stood. */
function risingRun(standing: readonly (number | undefined)[]): Set<number> {
  const best: { length: number; before: number }[] = [];
  let last = -1;
  for (const [index, order] of standing.entries()) {
    best.push({ length: 0, before: -1 });
    if (order === undefined) continue;
    best[index] = { length: 1, before: -1 };
    for (let other = 0; other < index; other += 1)
      if (standing[other] !== undefined && standing[other]! < order && best[other]!.length >= best[index].length)
        best[index] = { length: best[other]!.length + 1, before: other };
    if (last === -1 || best[index].length > best[last]!.length) last = index;
  }
  const run = new Set<number>();
  for (let at = last; at !== -1; at = best[at]!.before) run.add(at);
  return run;
}
