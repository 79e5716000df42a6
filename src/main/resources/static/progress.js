// Draws the charts of the page "Progress" from the tables that stand behind them, so that both say the same.
(function () {
  "use strict";

  // Told apart without colour, too: by pattern, by the form of the dots, and by the table.
  const COLOURS = {
    light: ["#1f5f8b", "#c8511b", "#e09a3a", "#7a7a7a", "#a9b7c4", "#5b8f3a"],
    dark: ["#8fbdf3", "#ff9d73", "#f0c46b", "#b0bac6", "#6f8296", "#a5d27f"],
  };
  const SYMBOLS = ["circle", "diamond", "rect", "triangle"];
  const LABEL = 150; // pixels

  function read(table) {
    const cells = Array.from(table.tHead.rows[0].cells);
    const headings = cells.map((cell) => cell.textContent);
    const shares = cells.map((cell) => cell.dataset.share === "yes");
    const rows = Array.from(table.tBodies[0].rows, (row) =>
      Array.from(row.cells, (cell, index) => {
        if (index === 0) {
          return cell.textContent;
        }
        return cell.dataset.value === undefined ? null : Number(cell.dataset.value);
      }),
    );
    return { headings, shares, rows };
  }

  function shown(share) {
    return (number) =>
      share
        ? Math.round(number * 100) + " %"
        : number.toLocaleString("en-US", { maximumFractionDigits: 1 });
  }

  function option(kind, series, data, style) {
    const across = kind === "bars" || kind === "dots";
    const stacked = kind === "bars" || kind === "columns";
    const text = shown(data.shares[series[0]]);
    const categories = {
      type: "category",
      data: data.rows.map((row) => row[0]),
      inverse: across,
      axisLabel: across
        ? { color: style.ink, width: LABEL, overflow: "break", interval: 0 }
        : { color: style.ink, hideOverlap: true },
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
    };
    const scores = kind === "dots" || kind === "lines";
    const values = {
      type: "value",
      min: scores ? 1 : 0,
      max: scores ? 4 : null,
      minInterval: scores ? 0.5 : null,
      axisLabel: { color: style.ink, hideOverlap: true, formatter: text },
      splitLine: { lineStyle: { color: style.line } },
    };
    return {
      animation: false,
      textStyle: { fontFamily: style.font, color: style.ink },
      color: style.colours,
      // The page says what a chart shows by its table; of the library only the patterns are wanted.
      aria: { enabled: true, label: { enabled: false }, decal: { show: stacked && series.length > 1 } },
      grid: { left: 8, right: 24, top: 8, bottom: series.length > 3 ? 80 : series.length > 1 ? 56 : 8, containLabel: true },
      legend: { show: series.length > 1, bottom: 0, textStyle: { color: style.ink } },
      xAxis: across ? values : categories,
      yAxis: across ? categories : values,
      series: series.map((column, index) => ({
        name: data.headings[column],
        type: kind === "dots" ? "scatter" : kind === "lines" ? "line" : "bar",
        stack: stacked ? "all" : null,
        symbol: SYMBOLS[index],
        symbolSize: kind === "dots" ? 13 : 11,
        connectNulls: true,
        barMaxWidth: 28,
        label: {
          show: series.length === 1,
          position: across ? "right" : "top",
          color: style.ink,
          formatter: (point) => text(point.value),
        },
        data: data.rows.map((row, place) => (kind === "dots" ? [row[column], place] : row[column])),
      })),
    };
  }

  function style(printed) {
    const page = getComputedStyle(document.documentElement);
    const dark = !printed && matchMedia("(prefers-color-scheme: dark)").matches;
    return {
      font: getComputedStyle(document.body).fontFamily,
      ink: printed ? "#1a2330" : page.getPropertyValue("--ink").trim(),
      line: printed ? "#d7dde4" : page.getPropertyValue("--line").trim(),
      colours: dark ? COLOURS.dark : COLOURS.light,
    };
  }

  const charts = [];
  for (const place of document.querySelectorAll("[data-chart]")) {
    const table = document.getElementById(place.dataset.table);
    if (!table) {
      continue;
    }
    place.hidden = false;
    const data = read(table);
    const series = place.dataset.series.split(" ").map(Number);
    if (place.dataset.chart === "bars" || place.dataset.chart === "dots") {
      place.classList.toggle("tall", data.rows.length > 10);
    }
    const chart = echarts.init(place, null, { renderer: "svg" });
    charts.push(() => {
      chart.resize();
      chart.setOption(option(place.dataset.chart, series, data, style(matchMedia("print").matches)), true);
    });
    new ResizeObserver(() => chart.resize()).observe(place);
  }
  const draw = () => charts.forEach((chart) => chart());
  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  matchMedia("print").addEventListener("change", draw);
})();
