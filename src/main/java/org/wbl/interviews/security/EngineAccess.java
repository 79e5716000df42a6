package org.wbl.interviews.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffMember;

/**
 * Knows who may call which address of the engine and its web applications: {@code engine-access.csv} names every
 * address, and what it does not allow is refused.
 *
 * <p>The mounts are R, the REST interface; W, the same interface behind the session of the web applications; and A, all
 * else below {@code /camunda}. A mark {@code x} allows a group the address, {@code own} only its own account. The
 * address with the most literal beginning decides, as it does in the engine.
 */
class EngineAccess {

    private static final String ANYONE = "anyone";
    private static final int COLUMN_OF_FIRST_GROUP = 3;

    private final List<Rule> rules;

    private EngineAccess(List<Rule> rules) {
        this.rules = rules;
    }

    static EngineAccess read() {
        try {
            return of(new ClassPathResource("engine-access.csv")
                    .getContentAsString(UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EngineAccess of(List<String> lines) {
        var columns = lines.get(0).split(",", -1);
        return new EngineAccess(lines.stream()
                .skip(1)
                .flatMap(line -> rules(columns, line.split(",", columns.length)))
                .sorted(comparing(Rule::generality))
                .toList());
    }

    private static Stream<Rule> rules(String[] columns, String[] cells) {
        var methods = Set.of(cells[1].split(" "));
        var grants = IntStream.range(COLUMN_OF_FIRST_GROUP, columns.length - 1)
                .filter(column -> !cells[column].isEmpty())
                .boxed()
                .collect(toUnmodifiableMap(column -> group(columns[column]), column -> cells[column]));
        return cells[0].chars()
                .mapToObj(Character::toString)
                .flatMap(mount -> Mount.valueOf(mount).bases.stream())
                .map(base ->
                        new Rule(PathPatternParser.defaultInstance.parse(plain(base + cells[2])), methods, grants));
    }

    private static String group(String column) {
        return "district".equals(column) ? Groups.DISTRICT_ADMINISTRATORS : column;
    }

    boolean permits(String method, String address, @Nullable StaffMember caller) {
        var path = PathContainer.parsePath(plain(address));
        return rule(method, path).map(rule -> rule.permits(path, caller)).orElse(false);
    }

    /** Whether the file says anything about {@code method} at {@code address}. */
    boolean names(String method, String address) {
        return rule(method, PathContainer.parsePath(plain(address))).isPresent();
    }

    private Optional<Rule> rule(String method, PathContainer path) {
        return rules.stream()
                .filter(rule -> rule.address().matches(path))
                .findFirst()
                .flatMap(nearest -> rules.stream()
                        .filter(rule -> rule.address().equals(nearest.address()) && rule.isFor(method))
                        .findFirst());
    }

    /** The engine ignores a slash at the end. */
    private static String plain(String address) {
        return address.length() > 1 && address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private enum Mount {
        R("/engine-rest", "/engine-rest/engine/{engine}"),
        W("/camunda/api/engine/engine/{engine}"),
        A("/camunda");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> bases;

        Mount(String... bases) {
            this.bases = List.of(bases);
        }
    }

    private record Rule(PathPattern address, Set<String> methods, Map<String, String> grants) {

        /** Sorts literal steps before variable ones, from left to right. */
        String generality() {
            return Arrays.stream(address.getPatternString().split("/"))
                    .map(step -> step.equals("**") ? "2" : step.startsWith("{") ? "1" : "0")
                    .collect(joining());
        }

        boolean isFor(String method) {
            return methods.contains("*") || methods.contains("HEAD".equals(method) ? "GET" : method);
        }

        boolean permits(PathContainer path, @Nullable StaffMember caller) {
            if (grants.containsKey(ANYONE)) {
                return true;
            }
            return caller != null
                    && caller.groups().stream()
                            .map(grants::get)
                            .anyMatch(grant -> "x".equals(grant) || ("own".equals(grant) && isAccountOf(caller, path)));
        }

        private boolean isAccountOf(StaffMember caller, PathContainer path) {
            var match = address.matchAndExtract(path);
            return match != null
                    && caller.userId().equals(match.getUriVariables().get("id"));
        }
    }
}
