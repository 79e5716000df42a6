package org.wbl.interviews.process.form;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.process.form.Feel.FeelFailure;

/**
 * FEEL's functions as feelin 3.1 has them: an argument of another type makes the result null, a function that feelin
 * does not know is null, one that it has only announced fails.
 */
final class FeelFunctions {

    /** Functions the viewer has and the server does not. */
    static final Set<String> NOT_COMPUTED = Set.of(
            "split",
            "replace",
            "list replace",
            "sort",
            "product",
            "median",
            "stddev",
            "mode",
            "log",
            "exp",
            "is",
            "before",
            "after",
            "meets",
            "met by",
            "overlaps",
            "get entries",
            "context",
            "context merge",
            "context put");

    private static final Set<String> ANNOUNCED = Set.of(
            "matches",
            "round up",
            "round down",
            "round half up",
            "round half down",
            "overlaps before",
            "overlaps after",
            "finishes",
            "finished by",
            "includes",
            "during",
            "starts",
            "started by",
            "coincides");

    private static final Object ABSENT = new Object();
    private static final Object MISFIT = new Object();
    private static final String REST = "...";

    private static final Map<String, Builtin> BUILTINS = Map.ofEntries(
            entry("not", of(a -> a.get(0) instanceof Boolean bool ? !bool : null, "any")),
            entry("string", of(a -> a.get(0) == null ? null : print(a.get(0), false), "any")),
            entry("number", of(FeelFunctions::number, "string", "string?", "string?")),
            entry(
                    "string length",
                    of(a -> number(text(a, 0).codePointCount(0, text(a, 0).length())), "string")),
            entry("upper case", of(a -> text(a, 0).toUpperCase(java.util.Locale.ROOT), "string")),
            entry("lower case", of(a -> text(a, 0).toLowerCase(java.util.Locale.ROOT), "string")),
            entry("contains", of(a -> text(a, 0).contains(text(a, 1)), "string", "string")),
            entry("starts with", of(a -> text(a, 0).startsWith(text(a, 1)), "string", "string")),
            entry("ends with", of(a -> text(a, 0).endsWith(text(a, 1)), "string", "string")),
            entry("substring", of(FeelFunctions::substring, "string", "number", "number?")),
            entry("substring before", of(FeelFunctions::before, "string", "string")),
            entry("substring after", of(FeelFunctions::after, "string", "string")),
            entry("string join", of(FeelFunctions::join, "list", "string?")),
            entry("list contains", of(a -> !positions(list(a, 0), a.get(1)).isEmpty(), "list", "any?")),
            entry("index of", of(a -> positions(list(a, 0), a.get(1)), "list", "any")),
            entry("count", of(a -> number(list(a, 0).size()), "list")),
            entry("reverse", of(FeelFunctions::reverse, "list")),
            entry("append", of(FeelFunctions::append, "list", "any?", REST)),
            entry("concatenate", of(FeelFunctions::concatenate, "any", REST)),
            entry("flatten", of(a -> flatten(list(a, 0)), "list")),
            entry("distinct values", of(a -> distinct(list(a, 0)), "list")),
            entry("sublist", of(FeelFunctions::sublist, "list", "number", "number?")),
            entry("get value", of(FeelFunctions::getValue, "context", "string")),
            entry("abs", of(a -> Math.abs(number(a, 0)), "number")),
            entry("floor", of(a -> scaled(a, Math::floor), "number", "number?")),
            entry("ceiling", of(a -> scaled(a, Math::ceil), "number", "number?")),
            entry("decimal", of(FeelFunctions::decimal, "number", "number")),
            entry("modulo", of(FeelFunctions::modulo, "number", "number")),
            entry("sqrt", of(a -> number(a, 0) < 0 ? null : (Object) Math.sqrt(number(a, 0)), "number")),
            entry("odd", of(a -> Math.abs(number(a, 0)) % 2 == 1, "number")),
            entry("even", of(a -> Math.abs(number(a, 0)) % 2 == 0, "number")));

    private static final Map<String, OfList> OF_LISTS = Map.ofEntries(
            entry("min", new OfList("number", list -> extreme(list, false))),
            entry("max", new OfList("number", list -> extreme(list, true))),
            entry("sum", new OfList("number", list -> list.isEmpty() ? null : (Object) sum(list))),
            entry("mean", new OfList("number", list -> list.isEmpty() ? null : (Object) (sum(list) / list.size()))),
            entry("all", new OfList("any?", list -> decided(list, false))),
            entry("any", new OfList("any?", list -> decided(list, true))),
            entry("union", new OfList("list", list -> distinct(concatenate(list)))));

    private FeelFunctions() {}

    static @Nullable Object call(String name, List<@Nullable Object> arguments) {
        if (ANNOUNCED.contains(name)) {
            throw new FeelFailure("The viewer does not implement " + name + ".");
        }
        var builtin = BUILTINS.get(name);
        if (builtin != null) {
            return builtin.call(arguments);
        }
        var ofList = OF_LISTS.get(name);
        return ofList == null ? null : ofList.call(arguments);
    }

    private record Builtin(List<String> types, Function<List<@Nullable Object>, @Nullable Object> body) {

        @Nullable
        Object call(List<@Nullable Object> given) {
            var rest = types.contains(REST);
            var named = rest ? types.size() - 1 : types.size();
            if (given.size() > named && !rest) {
                return null;
            }
            var arguments = new ArrayList<@Nullable Object>();
            for (var i = 0; i < Math.max(named, given.size()); i++) {
                var argument = i < given.size() ? given.get(i) : ABSENT;
                var fitted = i < named ? fit(argument, types.get(i)) : argument;
                if (fitted == MISFIT) {
                    return null;
                }
                arguments.add(fitted);
            }
            return body.apply(arguments);
        }
    }

    private record OfList(String type, Function<List<@Nullable Object>, @Nullable Object> body) {

        @Nullable
        Object call(List<@Nullable Object> given) {
            if (given.isEmpty()) {
                return null;
            }
            var arguments = new ArrayList<@Nullable Object>(
                    given.size() == 1 && given.get(0) instanceof List<?> list ? list : given);
            return arguments.stream().anyMatch(argument -> fit(argument, type) == MISFIT)
                    ? null
                    : body.apply(arguments);
        }
    }

    private static Builtin of(Function<List<@Nullable Object>, @Nullable Object> body, String... types) {
        return new Builtin(List.of(types), body);
    }

    /** A list of one stands for that one, and anything but null for a list of itself. */
    private static @Nullable Object fit(@Nullable Object argument, String wanted) {
        var optional = wanted.endsWith("?");
        var type = optional ? wanted.substring(0, wanted.length() - 1) : wanted;
        if (argument == ABSENT) {
            return optional ? ABSENT : MISFIT;
        }
        if (type.equals("list")) {
            return argument == null ? MISFIT : argument instanceof List ? argument : List.of(argument);
        }
        if (type.equals("any")) {
            return argument;
        }
        var value = argument instanceof List<?> list && list.size() == 1 ? list.get(0) : argument;
        if (value == null) {
            return optional ? null : MISFIT;
        }
        return FeelValues.type(value).name().equalsIgnoreCase(type) ? value : MISFIT;
    }

    private static @Nullable Object number(List<@Nullable Object> a) {
        var from = text(a, 0);
        if (a.get(1) instanceof String grouping && !grouping.isEmpty()) {
            from = from.replace(grouping, "");
        }
        if (a.get(2) instanceof String point && !point.isEmpty() && !point.equals(".")) {
            from = from.replace('.', '#').replace(point, ".");
        }
        var number = JsNumber.of(from);
        return Double.isNaN(number) ? null : (Object) number;
    }

    private static Object substring(List<@Nullable Object> a) {
        var symbols = text(a, 0).codePoints().boxed().toList();
        var start = (int) number(a, 1);
        var from = start < 0 ? text(a, 0).length() + start : start - 1;
        return slice(symbols, from, a.get(2)).stream()
                .map(symbol -> Character.toString((Integer) symbol))
                .collect(Collectors.joining());
    }

    private static Object sublist(List<@Nullable Object> a) {
        var start = (int) number(a, 1);
        return slice(list(a, 0), start < 0 ? list(a, 0).size() + start : start - 1, a.get(2));
    }

    /** {@code Array.slice}, where an index below zero counts from the end. */
    private static List<?> slice(List<?> list, int from, @Nullable Object length) {
        var end = length == ABSENT ? list.size() : from + (int) JsNumber.of(length);
        var first = Math.max(0, Math.min(list.size(), from < 0 ? list.size() + from : from));
        var last = Math.max(0, Math.min(list.size(), end < 0 ? list.size() + end : end));
        return first < last ? list.subList(first, last) : List.of();
    }

    private static Object before(List<@Nullable Object> a) {
        var at = text(a, 0).indexOf(text(a, 1));
        return at < 0 ? "" : text(a, 0).substring(0, at);
    }

    private static Object after(List<@Nullable Object> a) {
        var at = text(a, 0).indexOf(text(a, 1));
        return at < 0 ? "" : text(a, 0).substring(at + text(a, 1).length());
    }

    private static @Nullable Object join(List<@Nullable Object> a) {
        if (list(a, 0).stream().anyMatch(item -> item != null && !(item instanceof String))) {
            return null;
        }
        return list(a, 0).stream()
                .filter(item -> item != null)
                .map(String.class::cast)
                .collect(Collectors.joining(a.get(1) instanceof String delimiter ? delimiter : ""));
    }

    /** Where the value stands in the list, counted from 1; lists and contexts are never the same as another. */
    private static List<@Nullable Object> positions(List<?> list, @Nullable Object value) {
        var positions = new ArrayList<@Nullable Object>();
        for (var i = 0; i < list.size(); i++) {
            var item = list.get(i);
            var compared = (item instanceof List || item instanceof Map) ? item == value : Tree.same(item, value);
            if (compared) {
                positions.add((double) (i + 1));
            }
        }
        return positions;
    }

    private static Object reverse(List<@Nullable Object> a) {
        var reversed = new ArrayList<@Nullable Object>(list(a, 0));
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static Object append(List<@Nullable Object> a) {
        var all = new ArrayList<@Nullable Object>(list(a, 0));
        all.addAll(a.subList(1, a.size()));
        all.removeIf(item -> item == ABSENT);
        return all;
    }

    private static List<@Nullable Object> concatenate(List<@Nullable Object> a) {
        var all = new ArrayList<@Nullable Object>();
        for (var argument : a) {
            if (argument instanceof List<?> list) {
                all.addAll(list);
            } else {
                all.add(argument);
            }
        }
        return all;
    }

    private static List<@Nullable Object> flatten(List<?> list) {
        var flat = new ArrayList<@Nullable Object>();
        for (var item : list) {
            if (item instanceof List<?> inner) {
                flat.addAll(flatten(inner));
            } else {
                flat.add(item);
            }
        }
        return flat;
    }

    private static List<@Nullable Object> distinct(List<?> list) {
        var distinct = new ArrayList<@Nullable Object>();
        for (var item : list) {
            if (distinct.stream().noneMatch(known -> Boolean.TRUE.equals(FeelValues.equal(item, known)))) {
                distinct.add(item);
            }
        }
        return distinct;
    }

    private static @Nullable Object getValue(List<@Nullable Object> a) {
        var value = FeelValues.member(a.get(0), text(a, 1));
        return Tree.truthy(value) ? value : null;
    }

    private static @Nullable Object scaled(List<@Nullable Object> a, Function<Double, Double> rounding) {
        if (a.get(1) == null) {
            return null;
        }
        var adjust = Math.pow(10, a.get(1) == ABSENT ? 0 : number(a, 1));
        return rounding.apply(number(a, 0) * adjust) / adjust;
    }

    private static Object decimal(List<@Nullable Object> a) {
        var adjust = Math.pow(10, number(a, 1));
        var value = number(a, 0) * adjust;
        var whole = value < 0 ? Math.ceil(value) : Math.floor(value);
        return (value - whole > .5 ? whole + 1 : whole) / adjust;
    }

    private static @Nullable Object modulo(List<@Nullable Object> a) {
        var divisor = number(a, 1);
        if (divisor == 0) {
            return null;
        }
        var adjust = 1_000_000_000d;
        return Math.floor((number(a, 0) % divisor + divisor) % divisor * adjust + .5) / adjust;
    }

    private static @Nullable Object extreme(List<@Nullable Object> list, boolean largest) {
        @Nullable Object extreme = null;
        for (var item : list) {
            var number = JsNumber.of(item);
            extreme = extreme == null
                    ? item
                    : largest
                            ? (Object) Math.max(JsNumber.of(extreme), number)
                            : (Object) Math.min(JsNumber.of(extreme), number);
        }
        return extreme;
    }

    private static double sum(List<@Nullable Object> list) {
        return list.stream().mapToDouble(JsNumber::of).reduce(0, (a, b) -> a + b);
    }

    private static @Nullable Object decided(List<@Nullable Object> list, boolean decisive) {
        if (list.contains(decisive)) {
            return decisive;
        }
        return list.stream().allMatch(Boolean.class::isInstance) ? (Object) !decisive : null;
    }

    private static String print(@Nullable Object value, boolean quoted) {
        if (value instanceof String text) {
            return quoted ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : text;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> print(item, true)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(item -> item.getKey() + ": " + print(item.getValue(), true))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return FeelValues.type(value) == FeelValues.Type.NIL ? "null" : JsText.print(value);
    }

    private static Object number(int value) {
        return (double) value;
    }

    private static double number(List<@Nullable Object> a, int index) {
        return JsNumber.of(a.get(index));
    }

    private static String text(List<@Nullable Object> a, int index) {
        return String.valueOf(a.get(index));
    }

    private static List<?> list(List<@Nullable Object> a, int index) {
        return a.get(index) instanceof List<?> list ? list : List.of();
    }
}
