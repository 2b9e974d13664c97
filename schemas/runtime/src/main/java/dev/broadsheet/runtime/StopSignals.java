package dev.broadsheet.runtime;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What SIGTERM and SIGINT do to this JVM: the first begins an orderly end, as always; a second, of either kind, ends the
 * JVM at once with 128 + its number, where Java by itself ignores it until the shutdown hooks are through.
 */
public final class StopSignals {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignals.class);
    private static final List<String> NAMES = List.of("TERM", "INT");
    private static final int SIGNALLED = 128;

    private final String name;
    private final PrintStream err;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private StopSignals(String name, PrintStream err) {
        this.name = name;
        this.err = err;
    }

    /** For the main of a process, once. Where the JVM keeps its signals to itself (-Xrs), nothing changes and the log says so. */
    public static void handle(String name, PrintStream err) {
        StopSignals signals = new StopSignals(name, err);
        for (String signal : NAMES) {
            try {
                signals.handle(signal);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                LOG.warn("a second SIG{} will not end {} at once: {}", signal, name, Causes.messages(e));
            }
        }
    }

    // By reflection: javac warns of every mention of sun.misc, and nothing turns that off.
    private void handle(String signal) throws ReflectiveOperationException {
        Class<?> signals = Class.forName("sun.misc.Signal");
        Class<?> handlers = Class.forName("sun.misc.SignalHandler");
        Method handle = handlers.getMethod("handle", signals);
        Method number = signals.getMethod("getNumber");
        Object[] before = new Object[1];
        Object ours =
                Proxy.newProxyInstance(handlers.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, given) -> {
                    if (method.equals(handle)) {
                        arrived(() -> handle.invoke(before[0], given), (int) number.invoke(given[0]));
                        return null;
                    }
                    return object(proxy, method, given);
                });
        try {
            before[0] = signals.getMethod("handle", signals, handlers)
                    .invoke(null, signals.getConstructor(String.class).newInstance(signal), ours);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Java's own beginning of the end. */
    private interface End {
        void begin() throws ReflectiveOperationException;
    }

    // On a thread of the signal's own, so the first may be waiting for the hooks in here when the second arrives.
    private void arrived(End end, int number) throws ReflectiveOperationException {
        if (stopping.compareAndSet(false, true)) {
            end.begin();
            return;
        }
        err.println(name + " ends at once; what was not finished is done again at the next start");
        Runtime.getRuntime().halt(SIGNALLED + number);
    }

    private static Object object(Object proxy, Method method, Object @Nullable [] given) {
        return switch (method.getName()) {
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> given != null && proxy == given[0];
            default -> "broadsheet's handler";
        };
    }
}
