/** A time in seconds as "h:mm:ss" with two digits for hours: 750 is "00:12:30". Parts of a second are cut off. */
export function formatTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
