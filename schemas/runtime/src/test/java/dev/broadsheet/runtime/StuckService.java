package dev.broadsheet.runtime;

import java.util.concurrent.CountDownLatch;

/** A service that starts at once and never closes, as a process for {@link StopSignalsTest}. */
final class StuckService implements Service {
    private final Health health = new Health();
    private final CountDownLatch never = new CountDownLatch(1);

    public static void main(String[] args) {
        System.exit(ServiceMain.run("stuck", System.getenv(), environment -> new StuckService()));
    }

    @Override
    public void start() {
        System.out.println("started");
    }

    @Override
    public void close() {
        System.out.println(health.reasons());
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int httpPort() {
        return 0;
    }

    @Override
    public Health health() {
        return health;
    }
}
