package dev.broadsheet.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code /metrics} answered: each sample's name and labels; values are left out. */
record Exposition(List<Sample> samples) {
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:\\\\.|[^\"\\\\])*)\"");

    /** Labels with their values as they were printed, escapes included. */
    record Sample(String name, Map<String, String> labels) {
        static Sample of(String line) {
            int end = line.indexOf('{') < 0 ? line.indexOf(' ') : line.indexOf('{');
            Map<String, String> labels = new TreeMap<>();
            if (line.charAt(end) == '{') {
                Matcher found = LABEL.matcher(line.substring(0, line.lastIndexOf('}')));
                while (found.find()) {
                    labels.put(found.group(1), found.group(2));
                }
            }
            return new Sample(line.substring(0, end), labels);
        }

        /** Names of the labels, without those that tell the samples of one histogram or summary apart. */
        Set<String> dimensions() {
            return labels.keySet().stream()
                    .filter(label -> !Set.of("le", "quantile").contains(label))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Has the name, every label asked for, and the values that are told. */
        boolean meets(Expression.Selector selector) {
            return name.equals(selector.name())
                    && labels.keySet().containsAll(selector.labels())
                    && selector.conditions().stream()
                            .filter(Expression.Condition::constant)
                            .allMatch(condition -> condition.holds(labels.getOrDefault(condition.label(), "")));
        }
    }

    static Exposition of(Stream<String> lines) {
        return new Exposition(lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Sample::of)
                .toList());
    }

    /** Of all the services whose ports are given, as one. */
    static Exposition scrape(Iterable<Integer> ports) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Stream.Builder<String> lines = Stream.builder();
        for (int port : ports) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("/metrics answered " + answer.statusCode());
            }
            answer.body().lines().forEach(lines);
        }
        return of(lines.build());
    }

    boolean has(Expression.Selector selector) {
        return samples.stream().anyMatch(sample -> sample.meets(selector));
    }

    Set<String> names() {
        return samples.stream().map(Sample::name).collect(Collectors.toSet());
    }
}
