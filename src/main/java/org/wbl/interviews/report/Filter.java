package org.wbl.interviews.report;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list from which one chooses on the page.
 *
 * @param name of the parameter
 * @param chosen the value of an option; empty: none is chosen
 */
record Filter(String name, String label, List<Option> options, String chosen) {

    record Option(String value, String words) {

        static @Nullable Option of(@Nullable Object value) {
            return value == null ? null : new Option(value.toString(), value.toString());
        }
    }

    private static final Option ALL = new Option("", "All");

    static Filter orAll(String name, String label, Stream<Option> offered, @Nullable Option chosen) {
        return of(name, label, Stream.concat(Stream.of(ALL), offered), chosen);
    }

    /** What is chosen is in the list though it is not offered, as a year to come, or another school's program. */
    static Filter of(String name, String label, Stream<Option> offered, @Nullable Option chosen) {
        var options = offered.toList();
        if (chosen == null) {
            return new Filter(name, label, options, "");
        }
        var isOffered = options.stream().anyMatch(option -> option.value().equals(chosen.value()));
        return new Filter(
                name,
                label,
                isOffered
                        ? options
                        : Stream.concat(options.stream(), Stream.of(chosen)).toList(),
                chosen.value());
    }
}
