const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

export const count = (value) => (value < 1_000_000 ? whole.format(value) : `${short.format(value / 1_000_000)} M`);

export const counted = (value, name) => `${count(value)} ${value === 1 ? name : `${name}s`}`;

export function rate(value) {
  return value < 10 ? (Math.round(value * 10) / 10).toString() : count(value);
}

export function bytes(value) {
  for (const unit of ["B", "kB", "MB", "GB"]) {
    if (value < 1000) {
      return `${unit === "B" ? whole.format(value) : short.format(value)} ${unit}`;
    }

    value /= 1000;
  }

  return `${short.format(value)} TB`;
}

/** Seconds, in the two largest units. */
export function duration(seconds) {
  if (seconds < 10) {
    return `${(Math.floor(Math.max(0, seconds) * 10) / 10).toFixed(1)} s`;
  }

  const all = Math.floor(seconds);
  const [days, hours, minutes, rest] = [Math.floor(all / 86_400), Math.floor(all / 3600) % 24, Math.floor(all / 60) % 60, all % 60];
  return days > 0
    ? `${days} d ${hours} h`
    : hours > 0
      ? `${hours} h ${minutes} min`
      : minutes > 0
        ? `${minutes} min ${rest} s`
        : `${rest} s`;
}

export const clock = (date) => new Date(date).toLocaleTimeString("en-GB");

/** StopReason and the like as words. */
export function words(name) {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase();
}
