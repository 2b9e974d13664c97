package dev.broadsheet.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tests of a {@code run} that others share: see {@link RunTest}. */
abstract class RunSuite {
    abstract Embedded running();

    /** A page that no other test has, under this name. */
    final void drop(String name) throws IOException {
        Pages.drop(running().drop(), name, Pages.fresh());
    }

    /** So many of them; their names. */
    final List<String> drop(String prefix, int count) throws IOException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + "-" + i + ".txt");
            drop(names.get(i));
        }
        return names;
    }

    final Database store() throws java.sql.SQLException {
        return new Database(running().addresses());
    }

    /** Runs {@code deploy/broadsheet} on it. */
    final Commands.Result command(String... words) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--data", running().data().toString()));
        return Commands.broadsheet(arguments);
    }
}
