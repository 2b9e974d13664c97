package dev.broadsheet.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/**
 * Bounds what the state stores of one application take beside the heap. Kafka gives each store 50 MB of cache and up to 48 MB of write buffers, and
 * each kind of store is there once a partition: 96 in a whole run, which would grow with its data to gigabytes. Here all share one cache of 64 MiB, and each
 * has two buffers of 2 MiB at most. Close it when the stores are closed.
 */
final class StoreMemory implements AutoCloseable {
    /** Under this key the setter, which Kafka makes by reflection, finds the one object. */
    static final String CONFIG = "broadsheet.store.memory";

    static final long BUFFER_BYTES = 2L * 1024 * 1024;

    private static final long CACHE_BYTES = 64L * 1024 * 1024;
    private static final int BUFFERS = 2;

    private final Cache cache;

    StoreMemory() {
        RocksDB.loadLibrary();
        this.cache = new LRUCache(CACHE_BYTES);
    }

    @Override
    public void close() {
        cache.close();
    }

    /** Bytes of the cache that stores have filled. */
    long cached() {
        return cache.getUsage();
    }

    private void bound(Options options) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(cache);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(BUFFER_BYTES);
        options.setMaxWriteBufferNumber(BUFFERS);
    }

    /** Made by Kafka for each store. */
    public static final class Setter implements RocksDBConfigSetter {
        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            if (!(configs.get(CONFIG) instanceof StoreMemory memory)) {
                throw new IllegalArgumentException("stores work inside StreamsApp only: " + CONFIG + " is not set");
            }
            memory.bound(options);
        }

        @Override
        public void close(String storeName, Options options) {
            // the cache is shared
        }
    }
}
