package dev.broadsheet.runtime.trace;

import org.apache.kafka.common.header.Headers;

/** One step on a page's way, under way until it is ended; one that is never ended leaves no trace. Any thread, one at a time. */
public interface Step {
    /** Of a page that is not traced. */
    Step NONE = new Step() {
        @Override
        public Headers onward(Headers headers) {
            return headers;
        }

        @Override
        public void failed(String why) {}

        @Override
        public void end() {}
    };

    /** A copy that names this step as the one before; the same headers where nothing is traced. */
    Headers onward(Headers headers);

    /** Notes why the step did not bring about what it should. */
    void failed(String why);

    /** The step is over now. */
    void end();
}
