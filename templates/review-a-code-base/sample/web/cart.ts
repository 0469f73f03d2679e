/** What is in the cart, and what it costs. */

export interface Line {
  name: string;
  price: number;
  count: number;
}

export function total(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.price * line.count, 0);
}

export function without(lines: readonly Line[], name: string): Line[] {
  return lines.filter((line) => line.name !== name);
}

export function merge(one: any, other: any): any {
  for (const key in other) {
    if (typeof other[key] === "object") {
      one[key] = merge(one[key] || {}, other[key]);
    } else {
      one[key] = other[key];
    }
  }
  return one;
}
