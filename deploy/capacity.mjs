// A capacity model: from events a day to cores, disks and nodes, and what breaks first. `node deploy/capacity.mjs` prints
// the table of docs/capacity.md. The figures are those of bench/RESULTS.md, the rest are assumptions, named as such.

const measured = {
  /** Processor time of the intake and the derivation an event, in seconds: half in batches, half alone. */
  secondsAnEvent: (66e-6 + 267e-6) / 2,
  /** On disk after merging, all tables of the intake. */
  bytesAnEvent: 58.6 + 16.6 + 14.2 + 5.5 + 1.1,
  /** Visitors with 30 events each that one process derives a second, on two busy cores. It is not divided among processes. */
  visitorsASecond: 900,
};

const assumed = {
  /** The busiest minute of a day against its mean: business-to-business traffic of a few time zones. */
  peak: 4,
  /** Busier than that, the slowest requests wait. */
  load: 0.6,
  /** The derived tables against those of the intake. */
  derived: 1.5,
  /** Room for merges, and for growth until somebody orders a disk. */
  disk: 1.7,
  keptDays: 730,
  replicas: 2,
  coresANode: 16,
  terabytesANode: 8,
  /** A month, in US dollars: a core with its memory, and a terabyte of SSD, from any large provider. */
  dollarsACore: 25,
  dollarsATerabyte: 80,
  /** Events of one visitor between two runs of the derivation, which takes them up together. */
  eventsAVisitor: 5,
};

/** What so many events a day take. */
export function capacity(eventsADay) {
  const mean = eventsADay / 86_400;
  const peak = mean * assumed.peak;
  const cores = Math.max(2, Math.ceil((peak * measured.secondsAnEvent) / assumed.load));
  const stored = (eventsADay * assumed.keptDays * measured.bytesAnEvent * assumed.derived * assumed.disk) / 1e12;
  const alone = cores <= assumed.coresANode / 2 && stored <= assumed.terabytesANode;
  const replicas = alone ? 1 : assumed.replicas;
  const terabytes = stored * replicas;
  const nodes = alone
    ? 1
    : replicas *
      Math.max(1, Math.ceil(cores / assumed.coresANode), Math.ceil(terabytes / replicas / assumed.terabytesANode));
  const dollars =
    (alone ? cores : nodes * assumed.coresANode) * assumed.dollarsACore + terabytes * assumed.dollarsATerabyte;
  const derivedASecond = measured.visitorsASecond * assumed.eventsAVisitor;
  const first =
    mean > derivedASecond
      ? 'the derivation never catches up'
      : peak > derivedASecond
        ? 'the derivation lags at the peak and catches up at night'
        : alone
          ? 'the one disk'
          : 'disk';
  return { eventsADay, peak, cores, terabytes, nodes, dollars, first };
}

const short = (number) =>
  number >= 1e9 ? `${number / 1e9} billion` : number >= 1e6 ? `${number / 1e6} million` : `${number}`;

console.log(
  '| events a day | at the peak, a second | cores | disk, TB | nodes | dollars a month | what breaks first |',
);
console.log('|---|---|---|---|---|---|---|');
for (const eventsADay of [1e5, 1e6, 1e7, 1e8, 3e8, 1e9, 1e10]) {
  const { peak, cores, terabytes, nodes, dollars, first } = capacity(eventsADay);
  const columns = [
    short(eventsADay),
    peak < 10 ? peak.toFixed(1) : Math.round(peak).toLocaleString('en'),
    cores,
    terabytes < 10 ? terabytes.toFixed(2) : Math.round(terabytes),
    nodes,
    Math.round(dollars / 10) * 10,
    first,
  ];
  console.log(`| ${columns.join(' | ')} |`);
}
