// What is to be seen: a picture that is redrawn in place on a terminal, plain lines anywhere else.
import { HEIGHT, WIDTH } from "./world.mjs";

const ESC = "\x1b[";
const LINES_KEPT = 8;
const REDRAW_MS = 100;

/** Plain lines, each with its time; the table of plugins comes once, at the end. */
export function plainScreen({ output, seconds, table }) {
  return {
    line: (text) => output.write(`${seconds().toFixed(1).padStart(5)} s  ${text}\n`),
    close: () => output.write(`\n${table()}\n\n`),
  };
}

/** The arena, the table of plugins and the last lines, on a page of the terminal that is given back at the end. */
export function livePicture({ output, seconds, table, world }) {
  const last = [];
  const draw = () => {
    const wind = world.wind.map((each) => each.toFixed(1)).join(", ");
    const head = `${seconds().toFixed(1)} s   frame ${world.frame}   ${world.sky}, wind ${wind}   q ends`;
    const rows = [head, "", ...picture(world), "", ...table().split("\n"), "", ...last];
    const width = output.columns ?? 80;
    const shown = rows.slice(0, (output.rows ?? 24) - 1).map((row) => `${row.slice(0, width)}${ESC}K\n`);
    output.write(`${ESC}H${shown.join("")}${ESC}J`);
  };
  // Another page of the terminal, without a cursor; at the end the old page and its cursor are back.
  output.write(`${ESC}?1049h${ESC}?25l`);
  const timer = setInterval(draw, REDRAW_MS);
  return {
    line(text) {
      last.push(`${seconds().toFixed(1).padStart(5)} s  ${text}`);
      if (last.length > LINES_KEPT) last.shift();
    },
    close() {
      clearInterval(timer);
      output.write(`${ESC}?25h${ESC}?1049l${table()}\n\n`);
    },
  };
}

/** The world in characters: dearer coins are larger, a bot in boots has them on. */
export function picture(world) {
  const rows = Array.from({ length: HEIGHT }, () => Array.from({ length: WIDTH }, () => " "));
  const put = ([x, y], character) => {
    rows[Math.round(y)][Math.round(x)] = character;
  };
  for (const { at, value } of world.coins) put(at, value < 12 ? "." : value < 20 ? "o" : "O");
  for (const { at, glyph, bootsUntil } of world.bots.values()) {
    const letter = String(glyph).slice(0, 1) || "?";
    put(at, world.time < bootsUntil ? letter.toUpperCase() : letter.toLowerCase());
  }
  const edge = `+${"-".repeat(WIDTH)}+`;
  return [edge, ...rows.map((row) => `|${row.join("")}|`), edge];
}
