package org.wbl.interviews.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of failure cases")
class FailureCasesTests {

    private static final Path TABLE = Path.of("docs/failure-cases.md");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)(?:\\.(\\w+))?`");
    private static final Pattern ELEMENT = Pattern.compile("`([a-z-]+)/(\\w+)`");

    @Test
    void leavesNoCaseOut() throws IOException {
        assertThat(rows().map(row -> Integer.valueOf(row.get(0))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 55).boxed().toList());
    }

    @Test
    void saysOfEveryCaseWhoHandlesIt() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row.get(3).isBlank() ? row.get(2) : "*People*")
                .as(row.get(0))
                .containsAnyOf("*People*", "**Not yet", "`"));
    }

    @Test
    void namesTestsThatExist() throws IOException {
        var named = TEST.matcher(Files.readString(TABLE));
        while (named.find()) {
            var source = find("src/test/java", named.group(1) + ".java");
            assertThat(source).as(named.group()).isNotEmpty();
            if (named.group(2) != null) {
                assertThat(source).as(named.group()).contains("void " + named.group(2) + "(");
            }
        }
    }

    @Test
    void namesElementsThatExist() throws IOException {
        var named = ELEMENT.matcher(Files.readString(TABLE));
        while (named.find()) {
            assertThat(find("processes", named.group(1) + ".bpmn"))
                    .as(named.group())
                    .contains("id=\"%s\"".formatted(named.group(2)));
        }
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> Stream.of(line.substring(2).split(" \\|(?: |$)", -1))
                        .map(String::strip)
                        .toList());
    }

    private static String find(String folder, String name) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .map(FailureCasesTests::text)
                    .collect(joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
