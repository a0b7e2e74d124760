// The official client, driven over stdin: one line asks, one line answers with the microseconds of every call.
"use strict";
const { createRequire } = require("node:module");
const { createInterface } = require("node:readline");
const { createClient } = createRequire(`${process.cwd()}/`)("@libsql/client");

const { url, texts, values, rows, many, readers, reads } = JSON.parse(process.argv[2]);
const client = createClient({ url });
let next = 0;

// Every value of every row, by its name.
const read = (result) => {
  let sum = 0;
  for (const row of result.rows) sum += row.id + row.a.length + row.b + row.c + row.d.length + row.e.length;
  return sum;
};
const insert = (i) => ({ sql: texts.insert, args: [values[0], i, values[1], values[2], values[3]] });
const point = async () => read(await client.execute({ sql: texts.point, args: [1 + (next++ % rows)] }));

const works = {
  insert: () => client.execute(insert(next++)),
  point,
  transaction: async () => {
    const transaction = await client.transaction("write");
    for (let i = 0; i < 10; i++) await transaction.execute(insert(next++));
    await transaction.commit();
  },
  select: async () => read(await client.execute(texts.select)),
  readers: () => Promise.all(Array.from({ length: readers }, async () => {
    for (let i = 0; i < reads; i++) await point();
  })),
  batch: () => client.batch(Array.from({ length: many }, (_, i) => insert(i)), "write"),
};

createInterface({ input: process.stdin }).on("line", async (line) => {
  try {
    const [name, count] = line.split(" ");
    const times = [];
    for (let i = 0; i < Number(count); i++) {
      const began = process.hrtime.bigint();
      await works[name]();
      times.push(Number(process.hrtime.bigint() - began) / 1000);
    }
    console.log(JSON.stringify(times));
  } catch (e) {
    console.error(e);
    process.exit(1);
  }
}).on("close", () => process.exit(0));
