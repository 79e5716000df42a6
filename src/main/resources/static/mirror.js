/* Draws the model of this page, with the figures of its table on the steps; a step leads where its line leads. */
'use strict';

(async function () {
  const figure = document.getElementById('drawing');
  const frame = figure.querySelector('.canvas');
  const lines = new Map(Array.from(document.querySelectorAll('tr[data-step]'), (line) => [line.dataset.step, line]));

  const ABOVE = 55; // the drawing: figures stand above the uppermost steps
  const EDGE = 30; // around the rest of it
  const SMALLEST = 0.25;
  const LARGEST = 2;
  const LEGIBLE = 0.5; // at least this much where the whole drawing does not fit
  const LARGER = 1.25; // times
  const PAPER = 960; // pixels: landscape, letter or A4

  function text(line, name) {
    const found = line.querySelector(`[data-figure=${name}]`);
    return found ? found.textContent : '';
  }

  function link(line) {
    return line.querySelector('[data-figure=slowest]');
  }

  /* "2.5 – 6.0 days" rather than "2.5 days – 6.0 days", and one of two that are the same. */
  function range(from, to) {
    if (from === to) return from;
    const [, unit] = / (\D+)$/.exec(from) || [];
    return `${unit && to.endsWith(` ${unit}`) ? from.slice(0, -unit.length - 1) : from} – ${to}`;
  }

  function row(...parts) {
    const made = document.createElement('span');
    made.textContent = parts.filter(Boolean).join(', ');
    return made;
  }

  /* Above the step: in its middle, or beside the boundary events that sit on its upper edge. */
  function place(made, shape) {
    const events = shape.attachers.filter((event) => event.y < shape.y);
    const first = Math.min(...events.map((event) => event.x)) - shape.x;
    const last = Math.max(...events.map((event) => event.x + event.width)) - shape.x;
    const before = first > shape.width - last;
    made.classList.add(events.length === 0 ? 'amid' : before ? 'before' : 'after');
    return { top: 0, left: events.length === 0 ? shape.width / 2 : before ? first : last };
  }

  function figures(line) {
    const made = document.createElement('a');
    const late = text(line, 'late');
    made.className = 'step-figures';
    made.href = link(line).href;
    made.append(row(`${text(line, 'now')} now`, late && `${late} late`));
    if (text(line, 'median')) made.append(row(range(text(line, 'median'), text(line, 'p90'))));
    made.setAttribute('aria-label', `${Array.from(made.children, (each) => each.textContent).join(', ')}: ${line.dataset.name}`);
    return made;
  }

  const answer = await fetch(figure.dataset.model, { credentials: 'same-origin' });
  if (!answer.ok) return; // the table says it all
  const xml = await answer.text();

  figure.hidden = false;
  const viewer = new BpmnJS({
    container: frame,
    bpmnRenderer: { defaultFillColor: 'var(--card)', defaultStrokeColor: 'var(--ink)', defaultLabelColor: 'var(--ink)' },
    overlays: { defaults: { scale: { min: 0.8, max: 1 } } },
  });
  try {
    await viewer.importXML(xml);
  } catch (error) {
    figure.hidden = true;
    throw error;
  }

  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const whole = canvas.viewbox().inner;

  lines.forEach((line, step) => {
    const shape = registry.get(step);
    if (!shape) return; // of a former version
    const made = figures(line);
    viewer.get('overlays').add(step, { position: place(made, shape), html: made });
    canvas.addMarker(step, 'has-figures');
  });
  // Where it prints, Chromium makes a page so wide that every left edge is on it, whatever is scaled or cut off.
  frame.querySelectorAll('.djs-overlays').forEach((each) => {
    each.style.transform = `translate(${each.style.left}, ${each.style.top})`;
    each.style.left = each.style.top = 0;
  });
  const chosen = registry.get(figure.dataset.chosen);
  if (chosen) canvas.addMarker(chosen, 'chosen');
  viewer.get('eventBus').on('element.click', ({ element }) => {
    const line = lines.get((element.labelTarget || element).id);
    if (line) window.location.assign(link(line).href);
  });

  const width = whole.width + 2 * EDGE;
  const height = whole.height + ABOVE + EDGE;
  const drawn = frame.querySelector('.bjs-container');
  const paper = matchMedia('print');
  let scale = Math.min(1, Math.max(LEGIBLE, frame.clientWidth / width));

  function show(room) {
    drawn.style.width = `${Math.max(width * scale, room)}px`;
    drawn.style.height = `${height * scale}px`;
    canvas.resized();
    canvas.viewbox({ x: whole.x - EDGE, y: whole.y - ABOVE, width: drawn.clientWidth / scale, height });
  }

  function zoom(times) {
    scale = Math.min(LARGEST, Math.max(SMALLEST, scale * times));
    show(frame.clientWidth);
  }

  zoom(1);
  if (chosen) frame.scrollLeft = (chosen.x + chosen.width / 2 - whole.x + EDGE) * scale - frame.clientWidth / 2;
  document.getElementById('smaller').addEventListener('click', () => zoom(1 / LARGER));
  document.getElementById('larger').addEventListener('click', () => zoom(LARGER));
  paper.addEventListener('change', () => {
    const onScreen = scale;
    if (paper.matches) scale = Math.min(1, PAPER / width);
    show(paper.matches ? PAPER : frame.clientWidth);
    scale = onScreen;
  });
})();
