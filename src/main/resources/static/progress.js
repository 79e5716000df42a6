// Draws the charts of the page "Progress" from the tables that stand behind them, so that both say the same.
(function () {
  "use strict";

  // Told apart without colour, too: by pattern, by the form of the dots, and by the table.
  const COLOURS = {
    light: ["#1f5f8b", "#c8511b", "#e09a3a", "#7a7a7a", "#a9b7c4", "#5b8f3a"],
    dark: ["#8fbdf3", "#ff9d73", "#f0c46b", "#b0bac6", "#6f8296", "#a5d27f"],
  };
  const SYMBOLS = ["circle", "diamond", "rect", "triangle"];
  const WITHHELD = "*";
  const MOST_SHORT = 7; // with more rows, labels of two lines need a higher chart
  const ROW = 2.6; // rem

  // In pixels; legends: the room for none, a short and a long one. A script does not learn the size of the paper:
  // there, charts are drawn for this size and stretched.
  const SCREEN = { label: 150, font: 12, legends: [8, 56, 80] };
  const PAPER = { label: 150, font: 9, legends: [2, 34, 62], width: 320, height: 165, row: 16, rest: 90 };

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const print = matchMedia("print");

  function read(table) {
    const cells = Array.from(table.tHead.rows[0].cells);
    const headings = cells.map((cell) => cell.textContent);
    const shares = cells.map((cell) => cell.dataset.share === "yes");
    const rows = Array.from(table.tBodies[0].rows, (row) =>
      Array.from(row.cells, (cell, index) =>
        index === 0 || cell.dataset.value === undefined ? cell.textContent : Number(cell.dataset.value),
      ),
    );
    return { headings, shares, rows };
  }

  function shown(share) {
    return (number) =>
      share
        ? Math.round(number * 100) + "%"
        : number.toLocaleString("en-US", { maximumFractionDigits: 1 });
  }

  function option(kind, series, data, style) {
    const across = kind === "bars" || kind === "dots";
    const stacked = kind === "bars" || kind === "columns";
    const share = data.shares[series[0]];
    const text = shown(share);
    const value = (row, column) => (typeof row[column] === "number" ? row[column] : null);
    const label = { color: style.ink, fontSize: style.font };
    const categories = {
      type: "category",
      // What is withheld must not look like nothing.
      data: data.rows.map((row) => row[0] + (series.some((column) => row[column] === WITHHELD) ? "\u00a0" + WITHHELD : "")),
      inverse: across,
      axisLabel: across
        ? { ...label, width: style.label, overflow: "break", interval: 0 }
        : { ...label, hideOverlap: true },
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
    };
    const scores = kind === "dots" || kind === "lines";
    const values = {
      type: "value",
      min: scores ? 1 : 0,
      max: scores ? 4 : null,
      minInterval: scores ? 0.5 : share ? 0.01 : 1,
      axisLabel: { ...label, hideOverlap: true, formatter: text },
      splitLine: { lineStyle: { color: style.line } },
    };
    return {
      animation: false,
      textStyle: { fontFamily: style.family, color: style.ink },
      color: style.colours,
      // The page says what a chart shows by its table; of the library only the patterns are wanted.
      aria: { enabled: true, label: { enabled: false }, decal: { show: stacked && series.length > 1 } },
      grid: {
        left: 8,
        right: 24,
        top: 8,
        bottom: style.legends[series.length > 3 ? 2 : series.length > 1 ? 1 : 0],
        containLabel: true,
      },
      legend: { show: series.length > 1, bottom: 0, itemGap: style.font - 2, itemWidth: 2 * style.font, textStyle: label },
      xAxis: across ? values : categories,
      yAxis: across ? categories : values,
      series: series.map((column, index) => ({
        name: data.headings[column],
        type: kind === "dots" ? "scatter" : kind === "lines" ? "line" : "bar",
        stack: stacked ? "all" : null,
        symbol: SYMBOLS[index],
        symbolSize: style.font,
        connectNulls: true,
        barMaxWidth: 28,
        label: {
          ...label,
          show: series.length === 1,
          position: across ? "right" : "top",
          formatter: (point) => text(point.value),
        },
        data: data.rows.map((row, place) => (kind === "dots" ? [value(row, column), place] : value(row, column))),
      })),
    };
  }

  function style() {
    const page = getComputedStyle(document.documentElement);
    return {
      ...(print.matches ? PAPER : SCREEN),
      family: getComputedStyle(document.body).fontFamily,
      ink: print.matches ? "#1a2330" : page.getPropertyValue("--ink").trim(),
      line: print.matches ? "#d7dde4" : page.getPropertyValue("--line").trim(),
      colours: dark.matches && !print.matches ? COLOURS.dark : COLOURS.light,
    };
  }

  const charts = [];
  for (const place of document.querySelectorAll("[data-chart]")) {
    const table = document.getElementById(place.dataset.table);
    if (!table) {
      continue;
    }
    place.hidden = false;
    const kind = place.dataset.chart;
    const data = read(table);
    const series = place.dataset.series.split(" ").map(Number);
    const tall = (kind === "bars" || kind === "dots") && data.rows.length > MOST_SHORT;
    place.closest(".shown").classList.toggle("tall", tall);
    const paper = { ...PAPER, ...(tall && { height: data.rows.length * PAPER.row + PAPER.rest }) };
    // Only the style sheet's print rules let it count: pages are counted before a script could set it for them.
    place.style.aspectRatio = `${paper.width} / ${paper.height}`;
    if (tall) {
      place.style.height = `${(data.rows.length + 1) * ROW}rem`;
    }
    const chart = echarts.init(place, null, { renderer: "svg" });
    const draw = () => {
      chart.resize(print.matches ? paper : { width: "auto", height: "auto" });
      chart.setOption(option(kind, series, data, style()), true);
      place.querySelector("svg").setAttribute("viewBox", `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    };
    draw();
    charts.push(draw);
    new ResizeObserver(() => print.matches || draw()).observe(place);
  }
  for (const medium of [dark, print]) {
    medium.addEventListener("change", () => charts.forEach((draw) => draw()));
  }
})();
