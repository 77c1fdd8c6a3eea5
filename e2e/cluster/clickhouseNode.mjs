// One real ClickHouse server, in a process of its own. libchdb, which the embedded store is, also exports clickhouse-local,
// and that serves HTTP and native TCP once it is told to listen. It serves until the process is killed.
// Arguments: configuration file, directory of the data, HTTP port, TCP port.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DataType, load, open } from 'ffi-rs';

const require = createRequire(import.meta.url);
const chdb = createRequire(require.resolve('chdb/package.json'));
const library = join(
  dirname(chdb.resolve(`@chdb/lib-${process.platform}-${process.arch}-gnu/package.json`)),
  'libchdb.so',
);
const [config, data, httpPort, tcpPort] = process.argv.slice(2);

// The listeners live as long as the statement after them.
const forever = `SELECT sleepEachRow(1) FROM numbers(1000000000) FORMAT Null
                 SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0`;
const args = [
  'clickhouse-local',
  `--config-file=${config}`,
  `--path=${data}`,
  `--http_port=${httpPort}`,
  `--tcp_port=${tcpPort}`,
  '--listen_host=127.0.0.1',
  '--query',
  `SYSTEM START LISTEN HTTP; SYSTEM START LISTEN TCP; ${forever}`,
];

// This thread is ClickHouse's from here on. Another one sees to it that a node does not outlive the tests that started it.
const watch = `const parent = process.ppid; setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGKILL'), 500)`;
new Worker(watch, { eval: true }).once('online', serve);

function serve() {
  open({ library: 'libchdb', path: library });
  load({
    library: 'libchdb',
    funcName: 'chdb_query_cmdline',
    retType: DataType.External,
    paramsType: [DataType.I32, DataType.StringArray],
    paramsValue: [args.length, args],
  });
  process.exit(1);
}
