/**
 * A number with this many decimals, halves away from zero: 0.125 with 2 is "0.13", -2.5 with 0 is "-3".
 *
 * What is rounded is the number as it is written, not its binary neighbour, so that 0.285 with 2 is "0.29".
 */
export function rounded(value: number, digits: number): string {
  const whole = Math.round(shifted(Math.abs(value), digits));
  return shifted(whole === 0 ? 0 : Math.sign(value) * whole, -digits).toFixed(digits);
}

/** A share (0 to 1) as a percentage with this many decimals, halves rounded up: 0.125 is "13%". */
export function percentage(share: number, digits: number): string {
  return `${rounded(shifted(share, 2), digits)}%`;
}

/** The number with its decimal point moved, digit for digit: multiplying by powers of ten is not exact in binary. */
function shifted(value: number, by: number): number {
  const [digits, exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) + by}`);
}
