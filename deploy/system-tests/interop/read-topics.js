// Reads topics from the beginning with kafkajs and Confluent's registry API and prints one JSON line a record:
//   node read-topics.js BROKERS REGISTRY_URL COUNT TOPIC...
// Ends after COUNT records, or with exit code 1 when they do not come within 30 seconds.
const { Kafka, logLevel } = require('kafkajs');
const { SchemaRegistry } = require('@kafkajs/confluent-schema-registry');

const [brokers, registryUrl, count, ...topics] = process.argv.slice(2);
const registry = new SchemaRegistry({ host: registryUrl });
const consumer = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.ERROR })
  .consumer({ groupId: `interop-${process.pid}`, readUncommitted: false });

async function main() {
  let seen = 0;
  let done;
  const finished = new Promise((resolve) => { done = resolve; });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    eachMessage: async ({ topic, message }) => {
      const value = await registry.decode(message.value);
      const headers = Object.fromEntries(Object.entries(message.headers).map(([name, bytes]) => [name, bytes.toString()]));
      console.log(JSON.stringify({ topic, key: message.key.toString(), headers, value },
        (name, field) => (typeof field === 'bigint' ? Number(field) : field)));
      seen += 1;
      if (seen >= Number(count)) done(true);
    },
  });
  const late = setTimeout(() => done(false), 30000);
  const complete = await finished;
  clearTimeout(late);
  await consumer.disconnect();
  if (!complete) console.error(`only ${seen} of ${count} records came`);
  process.exitCode = complete ? 0 : 1;
}

main().catch((error) => { console.error(error); process.exitCode = 1; });
