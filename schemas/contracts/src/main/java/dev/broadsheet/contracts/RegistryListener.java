package dev.broadsheet.contracts;

/** Told by the serdes whether the schema registry answers, so that a service's readiness can show it. Any thread. */
@FunctionalInterface
public interface RegistryListener {
    /** The registry answered ({@code cause} empty) or did not, with the reason in words. */
    void registryAnswers(boolean answers, String cause);
}
