'use strict';

// All that is shown comes from the server each time: a page that is loaded again shows the same.
const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;
const SUBJECTS = ['#2563eb', '#f59e0b', '#10b981', '#a855f7', '#ef4444', '#06b6d4', '#84cc16', '#ec4899'];
const darkness = matchMedia('(prefers-color-scheme: dark)');
const charts = new Map();

const byId = id => document.getElementById(id);
const distinct = (rows, column) => [...new Set(rows.map(row => row[column]))].sort();
const named = subject => subject ?? 'no subject';

/** From low to high: light to dark on white, and the other way round on black. */
function levelColour(index, count) {
  const share = count > 1 ? index / (count - 1) : 1;
  return `hsl(${200 + 60 * share} 65% ${darkness.matches ? 30 + 45 * share : 80 - 45 * share}%)`;
}

function options(stacked, title, tick) {
  const axis = { stacked, grid: { display: false }, ticks: { autoSkip: true, maxRotation: 0, autoSkipPadding: 12 } };
  return {
    animation: false, maintainAspectRatio: false,
    interaction: { mode: 'index', intersect: false },
    plugins: { legend: { display: stacked, labels: { boxWidth: 10, font: { size: 11 } } } },
    scales: {
      x: { ...axis, title: { display: Boolean(title), text: title }, ticks: { ...axis.ticks, ...tick } },
      y: { stacked, beginAtZero: true, ticks: { precision: 0 } },
    },
  };
}

function draw(id, labels, datasets, style) {
  let chart = charts.get(id);
  if (!chart) {
    chart = new Chart(byId(id), { type: 'bar', data: { labels, datasets }, options: style });
    charts.set(id, chart);
  }
  chart.data.labels = labels;
  chart.data.datasets.length = datasets.length;
  datasets.forEach((dataset, i) => { chart.data.datasets[i] = Object.assign(chart.data.datasets[i] ?? {}, dataset); });
  chart.update();
}

/** Every day from the first session to today, so that what is still to be read is seen as a gap. */
function drawDays(rows) {
  const counts = new Map(rows.map(row => [row.day, row.sessions]));
  const today = Date.now();
  const labels = [];
  for (let day = rows.length ? Date.parse(rows[0].day) : today; day <= today; day += DAY) {
    labels.push(new Date(day).toISOString().slice(0, 10));
  }
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--accent').trim();
  draw('days', labels, [{
    label: 'sessions', data: labels.map(day => counts.get(day) ?? 0), backgroundColor: colour,
    barPercentage: 1, categoryPercentage: 1, minBarLength: 0,
  }], options(false));
}

function drawDurations(rows) {
  const last = Math.max(0, ...rows.map(row => row.minutes));
  const minutes = Array.from({ length: last / 5 + 1 }, (none, i) => 5 * i);
  const datasets = distinct(rows, 'subject').map((subject, i) => {
    const counts = new Map(rows.filter(row => row.subject === subject).map(row => [row.minutes, row.sessions]));
    return {
      label: named(subject), data: minutes.map(step => counts.get(step) ?? 0),
      backgroundColor: SUBJECTS[i % SUBJECTS.length],
    };
  });
  draw('durations', minutes.map(step => `${step}–${step + 5}`), datasets, options(true, 'minutes'));
}

function drawLevels(rows) {
  const months = distinct(rows, 'month');
  const levels = distinct(rows, 'level');
  distinct(rows, 'subject').forEach(subject => {
    const id = `levels-${named(subject)}`;
    if (!byId(id)) {
      addSection(id, `Levels a month: ${named(subject)}`);
    }
    const counts = new Map(rows.filter(row => row.subject === subject)
      .map(row => [`${row.month} ${row.level}`, row.sessions]));
    draw(id, months.map(month => month.slice(0, 7)), levels.map((level, i) => ({
      label: level, data: months.map(month => counts.get(`${month} ${level}`) ?? 0),
      backgroundColor: levelColour(i, levels.length), barPercentage: 1,
    })), options(true));
  });
}

function addSection(id, title) {
  const section = document.createElement('section');
  section.innerHTML = '<h2></h2><div class="chart"><canvas></canvas></div>';
  section.querySelector('h2').textContent = title;
  section.querySelector('canvas').id = id;
  byId('levels').append(section);
}

function showPupils(rows, now) {
  const latest = rows.sort((a, b) => b.started_at.localeCompare(a.started_at)).slice(0, 50);
  byId('pupils-at-work').replaceChildren(...latest.map(pupil => {
    const seconds = Math.max(0, Math.round((now - Date.parse(pupil.started_at.replace(' ', 'T') + 'Z')) / SECOND));
    const row = document.createElement('tr');
    [pupil.pupil_id.slice(0, 12), named(pupil.subject), seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`]
      .forEach(text => { row.insertCell().textContent = text; });
    return row;
  }));
}

function showProgress(progress) {
  ['state', 'sessionsPerSecond', 'requestsPerSecond', 'remaining', 'doneAt'].forEach(figure => {
    byId(figure).textContent = progress[figure];
  });
  ['completed', 'in-progress'].forEach(stream => {
    byId(`lag-${stream}`).textContent = progress.lag[stream] ?? '-';
  });
}

function showTotal([total]) {
  ['completed', 'at_work'].forEach(figure => {
    byId(figure).textContent = total[figure].toLocaleString('en-GB');
  });
}

async function data(name) {
  const response = await fetch(`data/${name}`);
  if (!response.ok) {
    throw new Error(`${name}: ${response.status}`);
  }
  return response.json();
}

async function refresh() {
  try {
    const [progress, total, days, levels, durations, pupils] = await Promise.all(['progress', 'total',
      'sessions_per_day', 'level_by_subject_month', 'sessions_by_minutes', 'pupil_at_work'].map(data));
    Chart.defaults.color = getComputedStyle(document.documentElement).getPropertyValue('--quiet').trim();
    Chart.defaults.borderColor = getComputedStyle(document.documentElement).getPropertyValue('--line').trim();
    showProgress(progress);
    showTotal(total);
    drawDays(days);
    drawDurations(durations);
    drawLevels(levels);
    showPupils(pupils, Date.parse(progress.time));
    byId('gone').hidden = true;
    document.documentElement.dataset.refreshed = Date.now();
  } catch (e) {
    console.error(e);
    byId('gone').hidden = false;
  }
  setTimeout(refresh, 2 * SECOND);
}

darkness.addEventListener('change', () => {
  charts.forEach(chart => chart.destroy());
  charts.clear();
});
refresh();
