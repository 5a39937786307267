'use strict';
const { card, pictures } = JSON.parse(document.getElementById('data').textContent);
const SIGNALS = ['ABSORPTION', 'CREEP', 'DARK_POOL', 'SINKHOLE', 'CONTRACTION'];
const COLOURS = {
  ABSORPTION: '#0f766e', CREEP: '#2563eb', DARK_POOL: '#7c3aed', SINKHOLE: '#d97706', CONTRACTION: '#db2777', COMPOSITE: '#111827',
  RANDOM: '#b6bec7', VOLUME_Z: '#8a949e', OFI_Z: '#5f6b76'
};
const BANDS = [['AT_LEAST_10', '≥ 10 %'], ['FROM_5_TO_10', '5–10 %'], ['FROM_2_TO_5', '2–5 %']];
const BAND_COLOURS = { AT_LEAST_10: '#0f766e', FROM_5_TO_10: '#2563eb', FROM_2_TO_5: '#7c3aed', ALL: '#111827' };
const INK = '#1b2733';
const MUTED = '#66727f';
const LINE = '#e3e7eb';
const NO_NUMBER = '–';

const words = name => name.toLowerCase().replaceAll('_', ' ');
const number = (value, digits) => value === null || value === undefined ? NO_NUMBER : value.toFixed(digits);
const percent = value => value === null ? NO_NUMBER : (100 * value).toFixed(0) + ' %';
const isBaseline = measure => ['RANDOM', 'VOLUME_Z', 'OFI_Z'].includes(measure);
const known = estimate => estimate && estimate.value !== null;
const interval = (estimate, digits) => !known(estimate) || estimate.low === null ? ''
  : ` [${number(estimate.low, digits)}, ${number(estimate.high, digits)}]`;

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  children.forEach(child => made.append(child));
  return made;
}

function table(id, head, rows) {
  const at = document.getElementById(id);
  at.append(element('tr', {}, ...head.map(text => element('th', {}, text))));
  rows.forEach(row => at.append(element('tr', {}, ...row.map(cell => element('td', {}, cell)))));
}

function figure(estimate, digits) {
  return element('span', {}, known(estimate) ? number(estimate.value, digits) : NO_NUMBER,
    element('span', { class: 'interval' }, interval(estimate, digits)));
}

function rate(of, digits = 2) {
  return of.units === 0 ? NO_NUMBER
    : element('span', {}, figure(of.perUnit, digits), element('span', { class: 'units' }, `  ${of.count}/${of.units}`));
}

// Charts

const TEXT = { fontFamily: 'system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif', color: INK };

function chart(id, option) {
  const at = typeof id === 'string' ? document.getElementById(id) : id;
  const made = echarts.init(at, null, { renderer: 'canvas' });
  made.setOption({ animation: false, textStyle: TEXT, ...option });
  window.addEventListener('resize', () => made.resize());
  return made;
}

const axis = (name, more = {}) => ({
  name, nameLocation: 'middle', nameGap: 32, nameTextStyle: { color: MUTED }, axisLine: { lineStyle: { color: '#aab3bc' } },
  axisLabel: { color: MUTED }, splitLine: { lineStyle: { color: '#eef1f4' } }, ...more
});
const legend = (data, more = {}) => ({ data, top: 0, itemWidth: 18, itemHeight: 9, textStyle: { color: INK, fontSize: 12 }, ...more });
const GRID = { left: 54, right: 22, top: 58, bottom: 48 };

/** A matrix of numbers with their text: cells are [column, row, value, text, tooltip]. */
function heat(id, columns, rows, cells, { low = 0.5, high = 1, colours = ['#f7f8fa', '#bfe3dc', '#0f766e'], left = 130, separators = [] } = {}) {
  chart(id, {
    grid: { left, right: 12, top: 40, bottom: 10 },
    tooltip: { formatter: of => `${rows[of.value[1]]}, ${columns[of.value[0]]}<br><b>${of.value[4] || of.value[3]}</b>` },
    xAxis: { type: 'category', data: columns, position: 'top', axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: MUTED, interval: 0, fontSize: 11.5, lineHeight: 14 } },
    yAxis: { type: 'category', data: rows, inverse: true, axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: INK, interval: 0, fontSize: 12 } },
    visualMap: { show: false, min: low, max: high, dimension: 2, inRange: { color: colours } },
    series: [{
      type: 'heatmap', data: cells.map(cell => ({ value: cell, label: { color: ink(cell[2], low, high) } })),
      label: { show: true, formatter: of => of.value[3], fontSize: 12 },
      itemStyle: { borderColor: '#fff', borderWidth: 2, borderRadius: 3 }, emphasis: { disabled: true }
    }]
  });
}

/** Text that can be read on the cell. */
const ink = (value, low, high) => (value - low) / (high - low) > 0.72 ? '#fff' : INK;

// Head

const setup = card.setup;
document.getElementById('setup').textContent = `${setup.days} planted, ${setup.cleanDays} clean and ${setup.troubledDays} troubled days from seed `
  + `${setup.seed}; ${card.trained.falseAlarms.units} clean symbol-days, ${card.trained.programmes.length} programmes. Threshold from `
  + `${setup.trainDays} clean training days from seed ${setup.trainSeed}. Rows of ${setup.rowMs} ms; 95 % intervals from ${setup.draws} draws of whole days.`;

// Targets

function bar(target) {
  const at = value => `${100 * Math.min(1, Math.max(0, value))}%`;
  const colour = target.met ? '#0f766e' : '#b91c1c';
  const parts = [element('i', { class: 'track' })];
  if (known(target.value)) {
    if (target.value.low !== null) {
      const from = Math.min(1, target.value.low);
      const width = Math.max(0.005, Math.min(1, target.value.high) - from);
      parts.push(element('i', { class: 'band', style: `left:${at(from)};width:${at(width)};background:${colour}` }));
    }
    parts.push(element('i', { class: 'dot', style: `left:${at(target.value.value)};background:${colour}` }));
  }
  parts.push(element('i', { class: 'goal', style: `left:${at(target.target)}` }));
  return element('div', { class: 'bar' }, ...parts);
}

function state(target, met) {
  const none = !known(target.value);
  return element('span', { class: `state ${none ? 'none' : met ? 'met' : 'missed'}` }, none ? 'no data' : met ? 'met' : 'not met');
}

table('targets', ['', 'figure', 'of', '0 to 1', 'target', '', 'in the end', ''], card.targets.map(target => {
  const sign = target.atLeast ? '≥ ' : '≤ ';
  const later = target.later !== target.target;
  return [target.figure, figure(target.value, 3), element('span', { class: 'units' }, target.units), bar(target), sign + number(target.target, 2),
    state(target, target.met), later ? sign + number(target.later, 2) : '', later ? state(target, target.metLater) : ''];
}));

// Recall against false alarms

const symbolDays = card.trained.falseAlarms.units;
const least = 1 / (2 * symbolDays);
const RECALLS = [['all', 'ALL', 'all'], ['atLeast10', 'AT_LEAST_10', '≥ 10 %'], ['from5To10', 'FROM_5_TO_10', '5–10 %'], ['from2To5', 'FROM_2_TO_5', '2–5 %']];

function recallSeries(curve, [field, band, name]) {
  return {
    name: `composite, ${name}`, type: 'line', showSymbol: false, itemStyle: { color: BAND_COLOURS[band] },
    lineStyle: { width: band === 'ALL' ? 1.5 : 2.5, color: BAND_COLOURS[band] },
    data: curve.points.filter(point => point[field] !== null).map(point => [Math.max(least, point.falseAlarms), point[field], point.threshold])
  };
}

const composite = card.curves.find(curve => curve.measure === 'COMPOSITE');
const recallLines = RECALLS.map(recall => recallSeries(composite, recall));
recallLines[0].markLine = {
  symbol: 'none', silent: true, lineStyle: { color: INK, type: 'dashed', width: 1 }, label: { formatter: `${setup.allowed} allowed`, color: MUTED, position: 'insideEndTop' },
  data: [{ xAxis: setup.allowed }]
};
const baselineLines = card.curves.filter(curve => isBaseline(curve.measure)).map(curve => ({
  name: `${words(curve.measure)}, ≥ 10 %`, type: 'line', showSymbol: false, itemStyle: { color: COLOURS[curve.measure] },
  lineStyle: { width: 1.5, type: 'dashed', color: COLOURS[curve.measure] },
  data: curve.points.filter(point => point.atLeast10 !== null).map(point => [Math.max(least, point.falseAlarms), point.atLeast10, point.threshold])
}));
const recallAt = (score, band) => score.recall.find(of => of.kind === 'ALL' && of.band === band && of.ticks === 'ALL').found.perUnit.value;
const marks = [['trained', card.trained, 'circle'], ['configured', card.configured, 'diamond']].map(([name, score, symbol]) => ({
  name: `${name} threshold`, type: 'scatter', symbol, symbolSize: 11, itemStyle: { color: '#fff', borderColor: INK, borderWidth: 2 }, z: 5,
  data: RECALLS.map(([, band]) => [Math.max(least, score.falseAlarms.perUnit.value), recallAt(score, band), score.threshold]).filter(of => of[1] !== null)
}));
chart('recall', {
  grid: { ...GRID, top: 76 },
  legend: legend([...recallLines, ...baselineLines, ...marks].map(series => series.name)),
  tooltip: { formatter: of => `${of.seriesName}<br>recall ${number(of.value[1], 3)} at ${number(of.value[0], 3)} false alarms<br>threshold ${number(of.value[2], 3)}` },
  xAxis: axis('false alarms per clean symbol-day', { type: 'log', min: 10 ** Math.floor(Math.log10(least)), max: 10 }),
  yAxis: axis('recall', { type: 'value', min: 0, max: 1, nameGap: 36 }),
  series: [...recallLines, ...baselineLines, ...marks]
});

// How soon

const LONG_NS = 15 * 60e9;
function soon([band, name]) {
  const of = card.trained.programmes.filter(programme => programme.band === band && programme.endNs - programme.startNs >= LONG_NS);
  const shares = of.filter(programme => programme.first).map(programme =>
    (programme.first.timeNs - programme.startNs) / (programme.endNs - programme.startNs)).sort((a, b) => a - b);
  const points = [[0, 0]];
  shares.forEach((share, i) => points.push([share, (i + 1) / of.length]));
  points.push([1, of.length === 0 ? 0 : shares.length / of.length]);
  return {
    name: `${name} (${of.length})`, type: 'line', step: 'end', showSymbol: false, data: of.length === 0 ? [] : points,
    lineStyle: { width: 2.5, color: BAND_COLOURS[band] }, itemStyle: { color: BAND_COLOURS[band] }
  };
}
const soonLines = BANDS.map(soon);
const long = card.trained.delays.find(delay => delay.length === 'FROM_15_MINUTES');
if (known(long.medianShare)) {
  soonLines[0].markLine = {
    symbol: 'none', silent: true, lineStyle: { color: MUTED, type: 'dotted', width: 1.5 },
    label: { formatter: `median of those found: ${percent(long.medianShare.value)}`, color: MUTED, position: 'insideEndTop' }, data: [{ xAxis: long.medianShare.value }]
  };
}
chart('soon', {
  grid: GRID, legend: legend(soonLines.map(series => series.name)),
  tooltip: { trigger: 'item', formatter: of => `${of.seriesName}: ${percent(of.value[1])} found by ${percent(of.value[0])} of the programme` },
  xAxis: axis('share of the programme that has passed', { type: 'value', min: 0, max: 1 }), yAxis: axis('found', { type: 'value', min: 0, max: 1, nameGap: 36 }),
  series: soonLines
});

// Areas under curves

const strong = measure => measure.scores.find(score => score.band === 'AT_LEAST_10' && score.ticks === 'ALL');
const lines = field => card.measures.map(measure => ({
  name: words(measure.measure), type: 'line', showSymbol: false, itemStyle: { color: COLOURS[measure.measure] },
  lineStyle: { width: measure.measure === 'COMPOSITE' ? 3 : isBaseline(measure.measure) ? 1.5 : 2, color: COLOURS[measure.measure],
    type: isBaseline(measure.measure) ? 'dashed' : 'solid' },
  data: measure[field].points.map(point => [point.x, point.y])
}));
const areaOf = name => {
  const score = strong(card.measures.find(measure => words(measure.measure) === name));
  return score;
};
const LEAST_RATE = 1e-4;
const rocLines = lines('roc').map(series => ({ ...series, data: series.data.map(([x, y]) => [Math.max(LEAST_RATE, x), y]) }));
chart('roc', {
  grid: { ...GRID, top: 76 }, legend: legend(rocLines.map(series => series.name), { formatter: name => `${name} ${number(areaOf(name).rocAuc.value, 3)}` }),
  tooltip: { formatter: of => `${of.seriesName}<br>${number(of.value[1], 3)} of the positives at ${number(of.value[0], 4)} of the negatives` },
  xAxis: axis('false positive rate', { type: 'log', min: LEAST_RATE, max: 1 }), yAxis: axis('true positive rate', { type: 'value', min: 0, max: 1, nameGap: 36 }), series: rocLines
});
const precisionLines = lines('precisionRecall');
chart('precision', {
  grid: { ...GRID, top: 76 }, legend: legend(precisionLines.map(series => series.name), { formatter: name => `${name} ${number(areaOf(name).prAuc.value, 3)}` }),
  tooltip: { formatter: of => `${of.seriesName}<br>precision ${number(of.value[1], 3)} at recall ${number(of.value[0], 3)}` },
  xAxis: axis('recall', { type: 'value', min: 0, max: 1 }), yAxis: axis('precision', { type: 'value', min: 0, max: 1, nameGap: 36 }), series: precisionLines
});

const AREAS = [['AT_LEAST_10', 'ALL', '≥ 10 %'], ['FROM_5_TO_10', 'ALL', '5–10 %'], ['FROM_2_TO_5', 'ALL', '2–5 %'],
  ['AT_LEAST_10', 'ONE_TICK', '≥ 10 %\n1-tick'], ['AT_LEAST_10', 'WIDER', '≥ 10 %\nwider']];
heat('areas', AREAS.map(area => area[2]), card.measures.map(measure => words(measure.measure)), card.measures.flatMap((measure, row) =>
  AREAS.map(([band, ticks], column) => {
    const score = measure.scores.find(of => of.band === band && of.ticks === ticks);
    return known(score.rocAuc) ? [column, row, score.rocAuc.value, number(score.rocAuc.value, 3),
      `${number(score.rocAuc.value, 3)}${interval(score.rocAuc, 3)}<br>${score.programmes} programmes, PR-AUC ${number(score.prAuc.value, 3)}, prevalence ${number(score.prevalence, 4)}`] : null;
  }).filter(cell => cell !== null)), { left: 92 });

// Recall by kind

const found = card.trained.recall.filter(score => score.ticks === 'ALL');
const foundKinds = [...new Set(found.map(score => score.kind))];
const FOUND_BANDS = [['ALL', 'all'], ...BANDS];
heat('found', FOUND_BANDS.map(band => band[1]), foundKinds.map(words), foundKinds.flatMap((kind, row) => FOUND_BANDS.map(([band], column) => {
  const of = found.find(score => score.kind === kind && score.band === band).found;
  return of.units === 0 ? null : [column, row, of.perUnit.value, `${percent(of.perUnit.value)}  (${of.count}/${of.units})`,
    `${of.count} of ${of.units}: ${number(of.perUnit.value, 2)}${interval(of.perUnit, 2)}`];
}).filter(cell => cell !== null)), { low: 0, left: 178 });

// Cross and leading

const MEASURES = [...SIGNALS, 'COMPOSITE'];
heat('cross', MEASURES.map(words), card.cross.map(row => words(row.kind)), card.cross.flatMap((row, y) => MEASURES.map((measure, x) =>
  row.rocAuc[measure] === null ? null : [x, y, row.rocAuc[measure], number(row.rocAuc[measure], 2),
    `${number(row.rocAuc[measure], 3)} (${row.episodes} episodes)`]).filter(cell => cell !== null)), { left: 166 });
const LEADING = [...SIGNALS, 'missed'];
heat('leading', LEADING.map(words), card.trained.leading.map(row => words(row.kind)), card.trained.leading.flatMap((row, y) => LEADING.map((of, x) => {
  const count = of === 'missed' ? row.missed : row.leading[of];
  return [x, y, count / row.programmes, count === 0 ? '' : String(count), `${count} of ${row.programmes}`];
})), { low: 0, left: 178, colours: ['#f7f8fa', '#c3d6f7', '#2563eb'] });

// Confounders

const confounders = [...card.trained.confounders, ...card.trained.troubles];
const goalOf = kind => card.targets.find(target => target.figure === `alarms per ${words(kind)}`);
chart('confounders', {
  grid: { left: 112, right: 96, top: 10, bottom: 46 },
  tooltip: { formatter: of => `${of.name}<br>${confounders[of.dataIndex].alarms.count} alarms in ${confounders[of.dataIndex].alarms.units} episodes`
    + interval(confounders[of.dataIndex].alarms.perUnit, 2) },
  xAxis: axis('alarms per episode', { type: 'value', min: 0 }),
  yAxis: [confounders.map(row => words(row.kind)), confounders.map(row => `${number(row.alarms.perUnit.value, 2)}  (${row.alarms.count}/${row.alarms.units})`)].map((data, i) =>
    ({ type: 'category', inverse: true, data, position: i === 0 ? 'left' : 'right', axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: i === 0 ? INK : MUTED, fontSize: 12 } })),
  series: [
    { type: 'bar', barWidth: '58%', data: confounders.map(row => {
      const goal = goalOf(row.kind);
      const over = row.alarms.perUnit.value > (goal ? goal.target : 0);
      return { value: row.alarms.perUnit.value, itemStyle: { color: over ? '#e39a9a' : '#9ccfc6', borderRadius: [0, 3, 3, 0] } };
    }) },
    { type: 'custom', silent: true, z: 4, data: confounders.map((row, i) => [row.alarms.perUnit.low ?? 0, row.alarms.perUnit.high ?? 0, i, goalOf(row.kind)?.target ?? 0]),
      encode: { x: [0, 1], y: 2 }, renderItem: (params, api) => {
        const [from, y] = api.coord([api.value(0), api.value(2)]);
        const [to] = api.coord([api.value(1), api.value(2)]);
        const [goal] = api.coord([api.value(3), api.value(2)]);
        const half = api.size([0, 1])[1] * 0.36;
        return { type: 'group', children: [
          { type: 'line', shape: { x1: from, y1: y, x2: to, y2: y }, style: { stroke: MUTED, lineWidth: 1.5 } },
          { type: 'line', shape: { x1: goal, y1: y - half, x2: goal, y2: y + half }, style: { stroke: INK, lineWidth: 2 } }] };
      } }
  ]
});

// Every programme

const minutes = programme => (programme.endNs - programme.startNs) / 60e9;
const dots = (name, colour, which) => ({
  name, type: 'scatter', symbolSize: card.trained.programmes.length > 400 ? 6 : 9, itemStyle: { color: colour, opacity: 0.75 },
  data: card.trained.programmes.filter(which).map(programme => [100 * programme.participation, minutes(programme), programme])
});
chart('programmes', {
  grid: GRID, legend: legend(['found', 'missed']),
  tooltip: { formatter: of => {
    const programme = of.value[2];
    return `${words(programme.kind)}, ${words(programme.side)}, ${programme.symbol}, seed ${programme.seed}<br>${number(of.value[0], 1)} %, ${number(of.value[1], 0)} minutes<br>`
      + (programme.first ? `found after ${number((programme.first.timeNs - programme.startNs) / 60e9, 1)} minutes, ${words(programme.first.leading)}-like` : 'missed');
  } },
  xAxis: axis('share of the volume, %', { type: 'log', min: 1, max: 40 }), yAxis: axis('minutes', { type: 'log', min: 4, max: 100, nameGap: 36 }),
  series: [dots('missed', '#d64545', programme => !programme.first), dots('found', '#0f766e', programme => programme.first)]
});

// Tables

const SCORES = [['at the trained threshold', card.trained], ['as configured', card.configured]];
const delayOf = (score, field) => {
  const delay = score.delays.find(of => of.length === 'ALL')[field];
  return known(delay) ? `${number(delay.value / 60, 1)} min` : NO_NUMBER;
};
const THRESHOLD_ROWS = [
  ['net log-odds above', score => number(score.threshold, 3)],
  ['cleared below', score => number(score.clearBelow, 3)],
  ['false alarms per clean symbol-day', score => rate(score.falseAlarms)],
  ['alarms per planted symbol-day, outside episodes', score => rate(score.stray)],
  ['wrong-side alarms per programme', score => rate(score.wrongSide)],
  ['alarms per troubled symbol-day', score => rate(score.troubled)],
  ['programmes found', score => rate(score.recall.find(of => of.kind === 'ALL' && of.band === 'ALL' && of.ticks === 'ALL').found)],
  ['median delay of those', score => delayOf(score, 'medianSeconds')],
  ['90th percentile', score => delayOf(score, 'p90Seconds')]
];
table('thresholds', ['', ...SCORES.map(score => score[0])], THRESHOLD_ROWS.map(([name, cell]) => [name, ...SCORES.map(score => cell(score[1]))]));
table('detectors', ['', 'programmes', 'threshold', 'false alarms, unseen', 'recall ≥ 10 %', 'recall 5–10 %', 'recall 2–5 %'], card.detectors.map(of =>
  [words(of.measure), words(of.kind), number(of.threshold, 3), rate(of.falseAlarms), rate(of.atLeast10), rate(of.from5To10), rate(of.from2To5)]));
const TICKS = { ALL: 'all names', ONE_TICK: '1-tick names', WIDER: 'wider names' };
const groups = [...new Map(card.availability.map(of => [`${of.days} ${of.ticks}`, of])).values()];
table('availability', ['', ...SIGNALS.map(words)], groups.map(group => [`${words(group.days)} days, ${TICKS[group.ticks]}`, ...SIGNALS.map(signal => {
  const of = card.availability.find(one => one.days === group.days && one.ticks === group.ticks && one.measure === signal);
  return element('span', {}, number(of.unavailableWarm, 3), element('span', { class: 'interval' }, `  (${number(of.unavailable, 3)})`));
})]));

// Examples

const clock = seconds => new Date(1000 * seconds).toISOString().substring(11, 16);
const CATEGORIES = { FOUND: 'found', MISSED: 'missed', FALSE_ALARM: 'false alarm' };

function picture(of) {
  const at = document.getElementById('pictures');
  at.append(element('h3', {}, element('span', { class: `tag ${of.category}` }, CATEGORIES[of.category]), `${of.symbol}: ${of.title}`,
    element('span', { class: 'interval' }, `  seed ${of.seed}`)));
  const box = element('div', { class: 'chart picture' });
  at.append(box);
  const columns = of.times;
  const nearest = time => {
    let best = 0;
    columns.forEach((column, i) => { if (Math.abs(column - time) < Math.abs(columns[best] - time)) { best = i; } });
    return best;
  };
  const labels = columns.map(clock);
  const cellCount = of.cells.reduce((most, cell, i) => i % 3 === 1 ? Math.max(most, cell) : most, 0) + 1;
  const bids = [];
  const asks = [];
  const sizes = [];
  for (let i = 0; i < of.cells.length; i += 3) {
    const size = of.cells[i + 2];
    if (size !== 0) {
      sizes.push(Math.abs(size));
      (size > 0 ? bids : asks).push([of.cells[i], of.cells[i + 1], Math.log1p(Math.abs(size)), Math.abs(size)]);
    }
  }
  sizes.sort((a, b) => a - b);
  const shade = share => Math.log1p(sizes[Math.floor(share * (sizes.length - 1))] ?? 1);
  const [pale, dark] = [shade(0.02), Math.max(shade(0.995), shade(0.02) + 0.1)];
  const low = of.lowestPrice - of.cellPrice / 2;
  const high = low + cellCount * of.cellPrice;
  const digits = of.cellPrice < 0.01 ? 4 : 2;
  const truth = of.truth.map(span => [
    { xAxis: nearest(span.from), name: `${span.kind}${span.programme ? `, ${span.side}, ${number(100 * span.participation, 1)} %` : ''}`,
      itemStyle: { color: span.programme ? 'rgba(90,105,120,0.13)' : 'rgba(250,204,21,0.18)' }, label: { color: INK, fontSize: 11, position: 'insideTop' } },
    { xAxis: nearest(span.to) }]);
  const span = withName => ({ silent: true, label: { show: withName }, data: truth });
  const raised = withName => ({ symbol: 'none', silent: true, lineStyle: { color: '#b91c1c', width: 1.2, type: 'solid' },
    data: of.alarms.map(alarm => ({ xAxis: nearest(alarm.time), label: { show: withName, position: 'end', rotate: 0, distance: 4, color: '#b91c1c', fontSize: 11,
      formatter: `${alarm.leading}-like` + (alarm.side === of.side ? '' : `, ${alarm.side}`) } })) });
  const line = (name, data, colour, grid, more = {}) => ({
    name, type: 'line', xAxisIndex: grid, yAxisIndex: grid === 0 ? 1 : grid + 1, showSymbol: false, data, connectNulls: false,
    itemStyle: { color: colour }, lineStyle: { color: colour, width: 1.6 }, z: 4, ...more
  });
  const level = (value, type, name) => ({ yAxis: value, lineStyle: { type, color: '#b91c1c', width: 1 }, label: { formatter: name, position: 'insideEndTop', color: '#b91c1c', fontSize: 10 } });
  const grids = [{ top: 46, height: '44%' }, { top: '58%', height: '16%' }, { top: '79%', height: '15%' }].map(grid => ({ left: 76, right: 16, ...grid }));
  const x = grid => ({ type: 'category', gridIndex: grid, data: labels, boundaryGap: true, axisTick: { show: false }, axisLine: { lineStyle: { color: LINE, onZero: false } },
    axisLabel: { show: grid === 2, color: MUTED, interval: Math.ceil(labels.length / 12) }, axisPointer: { show: true, label: { show: grid === 2 } } });
  chart(box, {
    grid: grids,
    legend: legend([...SIGNALS.map(words), 'this side', 'other side'], { top: 0 }),
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    tooltip: { trigger: 'axis', axisPointer: { type: 'line' }, order: 'seriesAsc', formatter: all => {
      const i = all[0].dataIndex;
      return `<b>${labels[i]} UTC</b><br>${number(of.bid[i], digits)} / ${number(of.ask[i], digits)}<br>`
        + SIGNALS.map(signal => `${words(signal)} ${number(of.signals[signal][i], 2)}`).join('<br>')
        + `<br>net ${number(of.net[i], 2)}, other side ${number(of.otherNet[i], 2)}`;
    } },
    dataZoom: [{ type: 'inside', xAxisIndex: [0, 1, 2] }],
    xAxis: [x(0), x(1), x(2)],
    yAxis: [
      { type: 'category', gridIndex: 0, data: Array.from({ length: cellCount }, (_, i) => i), show: false },
      { ...axis('price'), nameGap: 56, type: 'value', gridIndex: 0, position: 'left', min: low, max: high, splitLine: { show: false },
        axisLabel: { color: MUTED, formatter: value => value.toFixed(digits), showMinLabel: false, showMaxLabel: false } },
      { ...axis('score'), nameGap: 56, type: 'value', gridIndex: 1, min: 0, max: 1, interval: 0.5 },
      { ...axis('net'), nameGap: 56, type: 'value', gridIndex: 2, scale: true, splitNumber: 3 }],
    visualMap: [
      { show: false, seriesIndex: 0, dimension: 2, min: pale, max: dark, inRange: { color: ['#eef8f5', '#bfe5db', '#5fb3a3', '#0f766e', '#053b36'] } },
      { show: false, seriesIndex: 1, dimension: 2, min: pale, max: dark, inRange: { color: ['#fff6e9', '#fcdcae', '#f0a849', '#c76a05', '#6b3503'] } }],
    series: [
      { type: 'heatmap', data: bids, xAxisIndex: 0, yAxisIndex: 0, silent: true, progressive: 0, emphasis: { disabled: true } },
      { type: 'heatmap', data: asks, xAxisIndex: 0, yAxisIndex: 0, silent: true, progressive: 0, emphasis: { disabled: true } },
      line('bid', of.bid, '#064e46', 0, { step: 'end', lineStyle: { width: 1.2, color: '#064e46' }, markArea: span(true), markLine: raised(true) }),
      line('ask', of.ask, '#92400e', 0, { step: 'end', lineStyle: { width: 1.2, color: '#92400e' } }),
      ...SIGNALS.map((signal, i) => line(words(signal), of.signals[signal], COLOURS[signal], 1, i === 0 ? { markArea: span(false), markLine: raised(false) } : {})),
      line('this side', of.net, INK, 2, { lineStyle: { width: 2, color: INK }, markArea: span(false), markLine: { symbol: 'none', silent: true,
        data: [level(card.trained.threshold, 'dashed', 'threshold'), level(card.trained.clearBelow, 'dotted', ''), ...raised(false).data.map(mark => ({ ...mark, lineStyle: raised(false).lineStyle }))] } }),
      line('other side', of.otherNet, '#aab3bc', 2)
    ]
  });
}

if (pictures.length === 0) {
  document.getElementById('pictures').remove();
} else {
  pictures.forEach(picture);
}
document.body.dataset.drawn = 'yes';
