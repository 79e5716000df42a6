package org.wbl.interviews.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The catalogue of workers in {@code workers/README.md}, made from their Javadoc and from the models that call them.
 *
 * <p>A worker's Javadoc is its contract: the first paragraph says what it does, the second begins "Reads …; sets …."
 */
final class WorkerCatalogue {

    static final Path README = Path.of("workers/README.md");

    private static final String BEGIN = "<!-- catalogue: written by WorkerCatalogue, do not edit -->\n";
    private static final String END = "<!-- end of the catalogue -->\n";
    private static final Pattern JAVADOC = Pattern.compile("^/\\*\\*(.*?)\\*/$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CONTRACT =
            Pattern.compile("^Reads (?<reads>[^;]+); sets (?<sets>[^;]+?)\\.(?: (?<rest>.*))?$");
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private WorkerCatalogue() {}

    /** Writes the catalogue into {@code workers/README.md}. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(README, expected());
    }

    /** Returns the README as it should be: its own words around the catalogue of today. */
    static String expected() throws IOException {
        var readme = Files.readString(README).replace("\r\n", "\n");
        var begin = readme.indexOf(BEGIN);
        var end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("%s must hold the two comment lines of the catalogue.".formatted(README));
        }
        return readme.substring(0, begin + BEGIN.length()) + "\n" + catalogue() + "\n" + readme.substring(end);
    }

    private static String catalogue() throws IOException {
        var usages = usages();
        var text = new StringBuilder();
        for (var kind : Kind.values()) {
            text.append("### ").append(kind.title).append("\n\n");
            text.append("| Worker | What it does | Reads | Sets | May refuse, and more | Called by |\n");
            text.append("| --- | --- | --- | --- | --- | --- |\n");
            for (var file : files("workers/java", ".java")) {
                var name = file.getFileName().toString().replace(".java", "");
                if (!"package-info".equals(name) && kind.type.isAssignableFrom(worker(name))) {
                    var bean = Character.toLowerCase(name.charAt(0)) + name.substring(1);
                    text.append(row(bean, Files.readString(file), usages.getOrDefault(bean, Set.of())));
                }
            }
            text.append("\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    private static String row(String bean, String source, Set<String> models) {
        var paragraphs = javadoc(bean, source);
        var contract = CONTRACT.matcher(paragraphs.size() > 1 ? paragraphs.get(1) : "");
        if (!contract.matches()) {
            throw new IllegalStateException(
                    "The Javadoc of the worker '%s' must say in its second paragraph: Reads …; sets …."
                            .formatted(bean));
        }
        return "| `${%s}` | %s | %s | %s | %s | %s |%n"
                .formatted(
                        bean,
                        paragraphs.get(0),
                        contract.group("reads"),
                        contract.group("sets"),
                        contract.group("rest") == null ? "" : contract.group("rest"),
                        String.join(", ", models))
                .replace(System.lineSeparator(), "\n");
    }

    private static List<String> javadoc(String bean, String source) {
        var comment = JAVADOC.matcher(source);
        if (!comment.find()) {
            throw new IllegalStateException("The worker '%s' has no Javadoc.".formatted(bean));
        }
        var plain = comment.group(1).replaceAll("(?m)^ \\* ?", "").replaceAll("\\s+", " ");
        return List.of(
                plain.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`").strip().split(" ?<p>"));
    }

    /** The models that name each bean. */
    private static Map<String, Set<String>> usages() throws IOException {
        var found = new TreeMap<String, Set<String>>();
        for (var model : files("processes", ".bpmn")) {
            Matcher call = DELEGATE.matcher(Files.readString(model));
            while (call.find()) {
                found.computeIfAbsent(call.group(1), bean -> new TreeSet<>())
                        .add(model.getFileName().toString().replace(".bpmn", ""));
            }
        }
        return found;
    }

    private static Class<?> worker(String name) {
        try {
            return Class.forName("org.wbl.interviews.workers." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private enum Kind {
        TASK("Called by service and send tasks (each has an element template)", JavaDelegate.class),
        TASK_LISTENER("Called by user tasks (task listeners)", TaskListener.class),
        EXECUTION_LISTENER("Called by other elements (execution listeners)", ExecutionListener.class);

        private final String title;
        private final Class<?> type;

        Kind(String title, Class<?> type) {
            this.title = title;
            this.type = type;
        }
    }
}
