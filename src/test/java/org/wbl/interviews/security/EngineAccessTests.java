package org.wbl.interviews.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;
import org.wbl.interviews.process.StaffMember;

/**
 * Calls every address of {@code engine-access.csv} as every group, through HTTP, at every mount.
 *
 * <p>Ids that do not exist and bodies of a wrong type keep the calls that pass from changing anything.
 */
@ApplicationTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("An address of the engine")
class EngineAccessTests {

    private static final String PASSWORD = "a-password-for-the-table";
    private static final String NOBODY = "anonymous";
    /** They tell every id that was not found with a stack trace. */
    private static final List<String> ENGINE_LOGS =
            List.of("org.camunda.bpm.engine.context", "org.camunda.bpm.engine.rest.exception");

    /** Of an address closed to every school, one school group is sent through HTTP; the others only asked about. */
    private static final Set<String> CALLERS_OF_CLOSED_ADDRESSES =
            Set.of(NOBODY, Groups.COORDINATORS, Groups.MODELERS, "district");

    private static final Set<String> SCHOOL_GROUPS =
            Set.of(Groups.COORDINATORS, Groups.TEACHERS, Groups.ADMINISTRATORS, Groups.LEADERSHIP);

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private StaffAccounts accounts;

    private final Map<String, Browser> browsers = new LinkedHashMap<>();
    private final EngineAccess access = EngineAccess.read();

    @BeforeAll
    void keepTheLogShort(@Autowired LoggingSystem logging) {
        ENGINE_LOGS.forEach(name -> logging.setLogLevel(name, LogLevel.OFF));
    }

    @AfterAll
    void logAgain(@Autowired LoggingSystem logging) {
        ENGINE_LOGS.forEach(name -> logging.setLogLevel(name, null));
    }

    @BeforeAll
    void signEverybodyIn() {
        var stranger = new Browser(http);
        stranger.get("/camunda/api/engine/engine");
        browsers.put(NOBODY, stranger);
        Row.groups().forEach(group -> {
            accounts.add(
                    new StaffAccounts.Account(
                            userOf(group),
                            "Access",
                            "Table",
                            "access@schools.example",
                            "district".equals(group) ? Groups.DISTRICT_ADMINISTRATORS : group,
                            List.of()),
                    PASSWORD);
            browsers.put(group, Browser.of(http, userOf(group), PASSWORD));
        });
    }

    static List<Row> rows() {
        return Row.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isOpenToWhomTheFileNamesAndToNobodyElse(Row row) {
        var differences = new ArrayList<String>();
        for (var caller : row.isForSchools() ? browsers.keySet() : CALLERS_OF_CLOSED_ADDRESSES) {
            for (var method : row.methods()) {
                for (var address : row.addresses(userOf(caller))) {
                    var answer = call(caller, method, address);
                    if (isRefused(answer) == row.permits(caller)) {
                        differences.add("%s %s as %s: %s".formatted(method, address, caller, answer.getStatusCode()));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        if (row.endsSessions()) {
            signEverybodyIn();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isOpenToTheGroupsOfTheFileAlone(Row row) {
        for (var group : Row.groups()) {
            var caller = new StaffMember(userOf(group), Set.of(groupOf(group)), Set.of());
            assertThat(row.addresses(userOf(group))).allSatisfy(address -> assertThat(row.methods())
                    .as(group)
                    .allMatch(method -> access.permits(method, address, caller) == row.permits(group)));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isClosedForMethodsThatTheFileDoesNotName(Row row) {
        var district = new StaffMember("district", Set.of(Groups.DISTRICT_ADMINISTRATORS), Set.of());

        assertThat(row.addresses("nobody")).allSatisfy(address -> assertThat(
                        List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"))
                .filteredOn(method -> !access.names(method, address))
                .noneMatch(method -> access.permits(method, address, district)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void meansTheSameWithTheNameOfTheEngine(Row row) {
        assertThat(row.addresses("nobody"))
                .filteredOn(address -> address.startsWith("/engine-rest/"))
                .allSatisfy(address -> {
                    var named = address.replace("/engine-rest/", "/engine-rest/engine/default/");
                    for (var group : Row.groups()) {
                        var caller = new StaffMember("nobody", Set.of(groupOf(group)), Set.of());
                        assertThat(row.methods())
                                .allMatch(method -> access.permits(method, named, caller)
                                        == access.permits(method, address, caller));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/application.wadl",
                "/engine-rest/no-such-resource",
                "/engine-rest/engine/default/no-such-resource",
                "/engine-rest/task/t/attachment/",
                "/engine-rest/%74ask/t/attachment",
                "/engine-rest/task/t/%61ttachment/a/data",
                "/camunda/api/engine/task",
                "/camunda/api/engine/engine/default/task/t/attachment/",
                "/camunda/api/engine/engine/default/%74ask/t/attachment",
                "/camunda/api/engine/engine/default/no-such-resource",
                "/camunda/api/cockpit/plugin/base/default/no-such-resource",
                "/camunda/no-such-page",
            })
    void isClosedEvenToTheDistrictWhenTheFileDoesNotNameIt(String address) {
        assertThat(isRefused(call("district", "GET", address))).isTrue();
    }

    @Test
    void belongsToItsOwnerWhereTheFileSaysSo() {
        var profile = Browser.WEB + "/user/%s/profile";
        var coordinator = browser("coordinators");

        assertThat(coordinator
                        .get(profile.formatted(userOf("coordinators")))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(isRefused(coordinator.get(profile.formatted(userOf("teachers")))))
                .isTrue();
        assertThat(isRefused(coordinator.get(profile.formatted("district")))).isTrue();
    }

    private ResponseEntity<String> call(String caller, String method, String address) {
        if (address.startsWith("/engine-rest")) {
            var client = NOBODY.equals(caller) ? http : http.withBasicAuth(userOf(caller), PASSWORD);
            return client.exchange(
                    RequestEntity.method(HttpMethod.valueOf(method), URI.create(address))
                            .contentType(MediaType.TEXT_PLAIN)
                            .body(""),
                    String.class);
        }
        return browser(caller).send(HttpMethod.valueOf(method), address, MediaType.TEXT_PLAIN, "");
    }

    /** Whether we refused, rather than the engine behind us. */
    private static boolean isRefused(ResponseEntity<String> answer) {
        var status = answer.getStatusCode().value();
        return status == 401
                || (status == 403 && String.valueOf(answer.getBody()).contains("\"type\":\"Refused\""));
    }

    private Browser browser(String caller) {
        return Objects.requireNonNull(browsers.get(caller));
    }

    private static String groupOf(String column) {
        return "district".equals(column) ? Groups.DISTRICT_ADMINISTRATORS : column;
    }

    private static String userOf(String group) {
        return "access" + group;
    }

    /** One line of the file, read here once more so that the test does not believe the reader it tests. */
    record Row(String mounts, List<String> methods, String path, Map<String, String> marks) {

        private static final int FIRST_GROUP = 4;

        static List<Row> all() {
            var columns = columns();
            return lines().skip(1).map(line -> of(line, columns)).toList();
        }

        static List<String> groups() {
            var columns = columns();
            return columns.subList(FIRST_GROUP, columns.size() - 1);
        }

        private static Row of(String line, List<String> columns) {
            var cells = line.split(",", columns.size());
            var marks = new LinkedHashMap<String, String>();
            for (var column = FIRST_GROUP - 1; column < columns.size() - 1; column++) {
                marks.put(columns.get(column), cells[column]);
            }
            return new Row(cells[0], "*".equals(cells[1]) ? METHODS : List.of(cells[1].split(" ")), cells[2], marks);
        }

        private static List<String> columns() {
            return Arrays.asList(lines().findFirst().orElseThrow().split(","));
        }

        private static Stream<String> lines() {
            try {
                return new ClassPathResource("engine-access.csv")
                        .getContentAsString(UTF_8)
                        .lines();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean permits(String caller) {
            return "x".equals(marks.get("anyone")) || Set.of("x", "own").contains(mark(caller));
        }

        private String mark(@Nullable String caller) {
            return marks.getOrDefault(caller, "");
        }

        /** Returns the address at each of its mounts; an address that belongs to somebody is the caller's own. */
        List<String> addresses(String caller) {
            var id = marks.containsValue("own") ? caller : "nothing-there";
            var filled = path.replace("{id}", id)
                    .replace("{engine}", "default")
                    .replaceAll("\\{\\w+}", "nothing-there")
                    .replace("**", "nothing/there");
            return mounts.chars()
                    .mapToObj(mount -> mount == 'R' ? "/engine-rest" : mount == 'W' ? Browser.WEB : "/camunda")
                    .map(base -> base + filled)
                    .toList();
        }

        boolean isForSchools() {
            return permits(NOBODY) || SCHOOL_GROUPS.stream().anyMatch(this::permits);
        }

        boolean endsSessions() {
            return path.endsWith("/logout");
        }

        @Override
        public String toString() {
            return mounts + " " + String.join(" ", methods) + " " + path;
        }
    }
}
