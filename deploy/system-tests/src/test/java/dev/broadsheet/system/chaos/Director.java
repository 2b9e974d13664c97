package dev.broadsheet.system.chaos;

import dev.broadsheet.system.chaos.Plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works through a plan: a step at each share of the feed, two at a time where the plan says so. */
final class Director {
    private final Plan plan;
    private final Actions actions;
    private final Feeder feeder;

    Director(Plan plan, Actions actions, Feeder feeder) {
        this.plan = plan;
        this.actions = actions;
        this.feeder = feeder;
    }

    /** Returns what was measured, when every fault is over. */
    List<Recovery> run() throws InterruptedException, ExecutionException {
        List<Recovery> recoveries = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Recovery>> open = new ArrayList<>();
            for (int i = 0; i < plan.steps().size(); i++) {
                Step step = plan.steps().get(i);
                if (!step.together()) {
                    finish(open, recoveries);
                }
                feeder.awaitShare(i, plan.steps().size());
                boolean alone = !step.together() && !nextIsTogether(i);
                Callable<Recovery> action = () -> actions.run(step, alone);
                open.add(threads.submit(action));
            }
            finish(open, recoveries);
        } finally {
            threads.shutdownNow();
        }
        return recoveries;
    }

    private boolean nextIsTogether(int i) {
        return i + 1 < plan.steps().size() && plan.steps().get(i + 1).together();
    }

    private static void finish(List<Future<Recovery>> open, List<Recovery> recoveries)
            throws InterruptedException, ExecutionException {
        for (Future<Recovery> action : open) {
            Recovery recovery = action.get();
            if (recovery != null) {
                recoveries.add(recovery);
            }
        }
        open.clear();
    }
}
