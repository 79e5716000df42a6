package org.wbl.interviews.process.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.process.form.Feel.FeelFailure;
import org.wbl.interviews.process.form.Feel.Node;
import org.wbl.interviews.process.form.Feel.Scope;

/** {@code for}, {@code some} and {@code every}: null unless everything looped over is a list. */
final class FeelLoop {

    private FeelLoop() {}

    static Node each(Map<String, Node> sources, Node body) {
        return scope -> {
            var rounds = rounds(sources, scope);
            if (rounds == null) {
                return null;
            }
            var results = new ArrayList<@Nullable Object>();
            for (var round : rounds) {
                round.put("partial", results);
                results.add(body.in(scope.with(round)));
            }
            return results;
        };
    }

    static Node some(Map<String, Node> sources, Node condition) {
        return scope -> {
            var rounds = rounds(sources, scope);
            return rounds == null
                    ? null
                    : (Object) rounds.stream().anyMatch(round -> FeelValues.truthy(condition.in(scope.with(round))));
        };
    }

    static Node every(Map<String, Node> sources, Node condition) {
        return scope -> {
            var rounds = rounds(sources, scope);
            return rounds == null
                    ? null
                    : (Object) rounds.stream().allMatch(round -> FeelValues.truthy(condition.in(scope.with(round))));
        };
    }

    /** {@code start..end} of a loop. */
    record Range(@Nullable Object start, @Nullable Object end) {

        List<@Nullable Object> numbers(Budget budget) {
            if (!(start instanceof Number from) || !(end instanceof Number to)) {
                throw new FeelFailure("A range to loop over has two numbers.");
            }
            var direction = from.doubleValue() > to.doubleValue() ? -1 : 1;
            var numbers = new ArrayList<@Nullable Object>();
            for (var i = from.doubleValue(); (to.doubleValue() - i) * direction >= 0; i += direction) {
                budget.step();
                numbers.add(i);
            }
            return numbers;
        }
    }

    private static @Nullable List<Map<String, @Nullable Object>> rounds(Map<String, Node> sources, Scope scope) {
        List<Map<String, @Nullable Object>> rounds = new ArrayList<>();
        rounds.add(new HashMap<>());
        for (var source : sources.entrySet()) {
            var items = items(source.getValue().in(scope), scope.budget());
            if (items == null) {
                return null;
            }
            rounds = product(rounds, source.getKey(), items, scope.budget());
        }
        return rounds;
    }

    private static List<Map<String, @Nullable Object>> product(
            List<Map<String, @Nullable Object>> rounds, String name, List<?> items, Budget budget) {
        var product = new ArrayList<Map<String, @Nullable Object>>();
        for (var round : rounds) {
            for (var item : items) {
                budget.step();
                var names = new HashMap<String, @Nullable Object>(round);
                names.put(name, item);
                product.add(names);
            }
        }
        return product;
    }

    private static @Nullable List<?> items(@Nullable Object source, Budget budget) {
        if (source instanceof Range range) {
            return range.numbers(budget);
        }
        return source instanceof List<?> list ? list : null;
    }
}
