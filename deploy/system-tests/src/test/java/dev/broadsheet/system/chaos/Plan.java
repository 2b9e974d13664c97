package dev.broadsheet.system.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is done to the system in one run, in order: a pure function of seed and kills, so that a failing seed can be run again. */
record Plan(List<Step> steps) {
    private static final int INSTANCES = 2;
    private static final int LONGEST_WITHOUT_SERVICE = 12_000;
    private static final int LONGEST_WITHOUT_BACKEND = 6_000;
    /** Longer than the sink's session, so that its partitions have moved. */
    private static final int SHORTEST_SLEEP = 13_000;

    Plan {
        steps = List.copyOf(steps);
    }

    /**
     * One fault.
     *
     * @param instance 1 or 2 where one of two instances is meant, else 0
     * @param pauseMillis how long it lasts: until the start after a kill, until the other faults are over
     * @param together whether it begins while the one before is still on, else when that has been recovered from
     */
    record Step(Fault fault, int instance, int pauseMillis, boolean together) {
        /** What it happens to: two faults at once never have the same. */
        String victim() {
            return switch (fault) {
                case KILL_SINK, PAUSE_SINK -> "sink-" + instance;
                case KILL_INGEST -> "ingest-" + instance;
                case KILL_ENRICH -> "enrich-" + instance;
                case KILL_BROKER -> "broker";
                case KILL_REGISTRY -> "registry";
                case KILL_DATABASE -> "database";
                case DATABASE_REFUSES, DATABASE_SLOW, DATABASE_RESETS -> "proxy";
                case FULL_DISK -> "disk";
            };
        }
    }

    /** Every kind of kill comes up before one comes again, and so with the other faults, of which there is one to two kills. */
    static Plan of(long seed, int kills) {
        Random random = new Random(seed);
        List<Fault> faults = new ArrayList<>(draw(random, kills, true));
        faults.addAll(draw(random, Math.max(1, kills / 2), false));
        Collections.shuffle(faults, random);
        List<Step> steps = new ArrayList<>();
        for (Fault fault : faults) {
            Step step = step(random, fault);
            boolean apart = steps.isEmpty()
                    || last(steps).together()
                    || last(steps).victim().equals(step.victim());
            steps.add(apart ? new Step(step.fault(), step.instance(), step.pauseMillis(), false) : step);
        }
        return new Plan(steps);
    }

    long kills() {
        return steps.stream().filter(step -> step.fault().isKill()).count();
    }

    private static List<Fault> draw(Random random, int count, boolean kill) {
        List<Fault> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            List<Fault> kinds = new ArrayList<>(List.of(Fault.values()));
            kinds.removeIf(fault -> fault.isKill() != kill);
            Collections.shuffle(kinds, random);
            drawn.addAll(kinds.subList(0, Math.min(kinds.size(), count - drawn.size())));
        }
        return drawn;
    }

    private static Step step(Random random, Fault fault) {
        int instance = 1 + random.nextInt(INSTANCES);
        boolean together = random.nextInt(4) == 0;
        int pause = switch (fault) {
            case KILL_INGEST, KILL_ENRICH, KILL_SINK -> random.nextInt(LONGEST_WITHOUT_SERVICE);
            case PAUSE_SINK -> SHORTEST_SLEEP + random.nextInt(LONGEST_WITHOUT_BACKEND);
            default -> 500 + random.nextInt(LONGEST_WITHOUT_BACKEND);
        };
        return new Step(fault, fault.isOfAnInstance() ? instance : 0, pause, together);
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }
}
