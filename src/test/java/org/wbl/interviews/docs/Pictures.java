package org.wbl.interviews.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The pictures in {@code docs/diagrams}: which there are to be, and of which files as they were when they were drawn.
 *
 * <p>No browser is needed to tell whether a picture is of today: {@link #LOCK} names the checksum of each file drawn.
 */
final class Pictures {

    static final Path FOLDER = Path.of("docs/diagrams");
    static final Path LOCK = FOLDER.resolve("drawn.lock");
    static final Path INDEX = FOLDER.resolve("README.md");

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pictures() {}

    /** Returns one picture for every model, decision and form, in the order of their files. */
    static List<Picture> all() throws IOException {
        try (var processes = Files.walk(PROCESSES);
                var forms = Files.walk(FORMS)) {
            return Stream.concat(processes.sorted(), forms.sorted())
                    .filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)"))
                    .map(Picture::of)
                    .toList();
        }
    }

    /** Returns the checksum of every file as it was when its picture was drawn. */
    static Map<String, String> drawn() throws IOException {
        if (!Files.exists(LOCK)) {
            return Map.of();
        }
        return Files.readAllLines(LOCK).stream()
                .map(line -> line.split(" +", 2))
                .collect(toMap(entry -> entry[1], entry -> entry[0]));
    }

    static String lock(List<Picture> pictures) {
        return pictures.stream()
                .map(picture -> picture.checksum() + "  " + picture.name() + "\n")
                .collect(joining());
    }

    /** Returns the page that leads to every picture. */
    static String index(List<Picture> pictures) {
        var folders = pictures.stream()
                .collect(groupingBy(
                        picture -> Objects.toString(picture.source().getParent()), LinkedHashMap::new, toList()));
        return """
                # Pictures of all models, decisions and forms

                Written by `mvn test-compile exec:java@pictures`, which draws anew what has changed; do not edit. A form is shown
                with all its questions, also with those that an answer brings up, and with names in brackets for what the
                application fills in.
                """
                + folders.entrySet().stream()
                        .map(folder -> "\n## `%s`\n\n%s"
                                .formatted(
                                        folder.getKey().replace('\\', '/'),
                                        folder.getValue().stream()
                                                .map(picture ->
                                                        "- [%s](%s)\n".formatted(picture.title(), picture.address()))
                                                .collect(joining())))
                        .collect(joining());
    }

    /**
     * One picture.
     *
     * @param source the file that is drawn
     * @param file the picture
     */
    record Picture(Path source, Path file) {

        private static Picture of(Path source) {
            var within = source.startsWith(PROCESSES) ? PROCESSES.relativize(source) : source;
            var name = within.toString().replaceFirst("\\.bpmn$", ".svg").replaceFirst("\\.(dmn|form)$", ".png");
            return new Picture(source, FOLDER.resolve(name));
        }

        String name() {
            return source.toString().replace('\\', '/');
        }

        private String address() {
            return FOLDER.relativize(file).toString().replace('\\', '/');
        }

        String content() {
            try {
                return Files.readString(source).replace("\r\n", "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String checksum() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(content().getBytes(UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Returns what it is called: the name of a process or a decision, the heading of a form. */
        private String title() {
            try {
                if (name().endsWith(".form")) {
                    return JSON.readTree(content()).findValuesAsText("text").stream()
                            .filter(text -> text.startsWith("# "))
                            .map(text -> text.lines().findFirst().orElseThrow().substring(2))
                            .findFirst()
                            .orElse(name());
                }
                var named = Jsoup.parse(content(), Parser.xmlParser()).selectFirst("bpmn|process, decision");
                return Objects.requireNonNull(named, name()).attr("name");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
