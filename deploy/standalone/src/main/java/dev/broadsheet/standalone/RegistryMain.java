package dev.broadsheet.standalone;

/**
 * Runs the schema registry's own main class, given as first argument, and ends it with its parent. Its class path is the
 * registry's and this folder or jar; nothing else of Broadsheet may be used here.
 */
public final class RegistryMain {
    private RegistryMain() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        ParentWatch.start(() -> System.exit(0));
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }
}
