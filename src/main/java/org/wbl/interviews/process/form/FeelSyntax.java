package org.wbl.interviews.process.form;

import camundajar.impl.scala.Tuple2;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder$;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Addition;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstDate;
import org.camunda.feel.syntaxtree.ConstDayTimeDuration;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ConstYearMonthDuration;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Division;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.GreaterOrEqual;
import org.camunda.feel.syntaxtree.GreaterThan;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.InstanceOf;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.LessOrEqual;
import org.camunda.feel.syntaxtree.LessThan;
import org.camunda.feel.syntaxtree.Multiplication;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Subtraction;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.process.form.Feel.Node;
import org.wbl.interviews.process.form.Feel.Scope;
import org.wbl.interviews.process.form.Feel.Test;

/** Turns what Camunda's engine parsed into parts that evaluate as the viewer's engine does. */
final class FeelSyntax {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder$.MODULE$
            .forJava()
            .withEnabledExternalFunctions(false)
            .build();

    private static final Set<String> TEMPORAL = Set.of(
            "date",
            "duration",
            "years and months duration",
            "day of week",
            "day of year",
            "month of year",
            "week of year");

    /** What the viewer takes from the clock and the time zone of the person's device. */
    private static final Set<String> OF_THE_DEVICE = Set.of("now", "today", "time", "date and time");

    /** What the viewer fills in repeated groups, which we do not have. */
    private static final Set<String> OF_REPEATED_GROUPS = Set.of("this", "parent", "i", "_this_", "_parent_", "_i_");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern SPACED_MINUS = Pattern.compile("[-+*/<>=(,\\[]\\s*-\\s");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final List<Class<? extends Exp>> QUESTIONS = List.of(
            InputEqualTo.class,
            InputLessThan.class,
            InputLessOrEqual.class,
            InputGreaterThan.class,
            InputGreaterOrEqual.class,
            InputInRange.class);

    private final String where;
    private final Set<List<String>> variables = new LinkedHashSet<>();
    private boolean temporal;
    private boolean looping;

    private FeelSyntax(String where) {
        this.where = where;
    }

    /** What an expression does, and the variables it looks at. */
    record Program(Node node, Set<List<String>> variables) {}

    static Program expression(String text, String where) {
        return read(text, where, () -> {
            var root = parsed(ENGINE.parseExpression(text), where).expression();
            if (QUESTIONS.stream().anyMatch(question -> question.isInstance(root))) {
                throw unreadable(where);
            }
            var syntax = new FeelSyntax(where);
            var node = syntax.node(root);
            if (syntax.temporal) {
                throw new FormSchemaRefused(
                        "%s computes with dates, which the server can only do in a condition; compute it in the process."
                                .formatted(where));
            }
            return new Program(node, Set.copyOf(syntax.variables));
        });
    }

    static Program condition(String text, String where) {
        return read(text, where, () -> {
            var expression = ENGINE.parseExpression(text);
            var parsed = parsed(expression.isSuccess() ? expression : ENGINE.parseUnaryTests(text), where);
            var syntax = new FeelSyntax(where);
            return syntax.program(syntax.tests(parsed.expression()), parsed);
        });
    }

    /** The viewer fails at a sign that stands apart from its number, such as {@code a - - 1}. */
    private static Program read(String text, String where, Supplier<Program> reading) {
        if (SPACED_MINUS.matcher(text).find()) {
            throw new FormSchemaRefused("%s has a space after a sign; write -1, not - 1.".formatted(where));
        }
        try {
            return reading.get();
        } catch (StackOverflowError e) {
            throw unreadable(where);
        }
    }

    private static ParsedExpression parsed(ParseResult result, String where) {
        if (!result.isSuccess()) {
            throw unreadable(where);
        }
        return result.parsedExpression();
    }

    private Program program(Node node, ParsedExpression parsed) {
        var names = Set.copyOf(variables);
        if (!temporal) {
            return new Program(node, names);
        }
        if (looping) {
            throw new FormSchemaRefused(
                    "%s mixes dates with 'for', 'some', 'every' or a filter, which the server cannot compute; use one or the other."
                            .formatted(where));
        }
        return new Program(scope -> byCamunda(parsed, names, scope), names);
    }

    /** Camunda's engine takes a missing variable for an error where the viewer takes it for null. */
    private static @Nullable Object byCamunda(ParsedExpression parsed, Set<List<String>> names, Scope scope) {
        var data = scope.flat();
        names.forEach(name -> data.putIfAbsent(name.get(0), null));
        var result = ENGINE.evaluate(parsed, data);
        return result.isSuccess() ? result.result() : null;
    }

    /** The top of a condition: {@code not(...)} turns the outcome round, commas mean "or". */
    private Node tests(Exp exp) {
        if (exp instanceof Not not && not.x() instanceof AtLeastOne any) {
            return negated(nodes(any.xs()));
        }
        if (exp instanceof FunctionInvocation call
                && call.function().equals("not")
                && call.params() instanceof PositionalFunctionParameters arguments) {
            return negated(nodes(arguments.params()));
        }
        var tests = exp instanceof AtLeastOne any ? nodes(any.xs()) : List.of(node(exp));
        return scope -> FeelValues.anyHolds(tests, scope);
    }

    private static Node negated(List<Node> tests) {
        return scope -> {
            var outcome = FeelValues.anyHolds(tests, scope);
            return outcome == null ? null : !outcome;
        };
    }

    private Node node(Exp exp) {
        if (exp instanceof ConstNull$ || exp instanceof ConstInputValue$) {
            return scope -> null;
        }
        if (exp instanceof ConstBool bool) {
            var value = bool.value();
            return scope -> value;
        }
        if (exp instanceof ConstNumber number) {
            var value = new BigDecimal(number.value().toString()).doubleValue();
            return scope -> value;
        }
        if (exp instanceof ConstString string) {
            var value = string.value();
            if (CONTROL.matcher(value).find()) {
                throw refused("\\n or \\t");
            }
            return scope -> value;
        }
        if (exp instanceof Ref ref) {
            return variable(strings(ref.names()));
        }
        if (exp instanceof PathExpression path) {
            var target = node(path.path());
            return scope -> FeelValues.member(target.in(scope), path.key());
        }
        if (exp instanceof If choice) {
            return choice(choice);
        }
        if (exp instanceof InstanceOf check) {
            var value = node(check.x());
            return scope -> {
                value.in(scope);
                return false;
            };
        }
        return comparison(exp);
    }

    private Node variable(List<String> names) {
        var first = names.get(0);
        if (OF_REPEATED_GROUPS.contains(first) || !NAME.matcher(first).matches()) {
            throw refused(first);
        }
        variables.add(names);
        return scope -> {
            var value = scope.get(first);
            for (var name : names.subList(1, names.size())) {
                value = FeelValues.member(value, name);
            }
            return value;
        };
    }

    private Node choice(If choice) {
        var condition = node(choice.condition());
        var yes = node(choice.statement());
        var no = node(choice.elseStatement());
        return scope -> FeelValues.truthy(condition.in(scope)) ? yes.in(scope) : no.in(scope);
    }

    private Node comparison(Exp exp) {
        if (exp instanceof Equal equal) {
            return binary(equal.x(), equal.y(), FeelValues::equal);
        }
        if (exp instanceof Not not) { // only ever made of "!="
            var positive = node(not.x());
            return scope -> !Boolean.TRUE.equals(positive.in(scope));
        }
        if (exp instanceof LessThan less) {
            return binary(
                    less.x(), less.y(), (a, b) -> FeelRange.below(b, false).of(a));
        }
        if (exp instanceof LessOrEqual less) {
            return binary(less.x(), less.y(), (a, b) -> FeelRange.below(b, true).of(a));
        }
        if (exp instanceof GreaterThan greater) {
            return binary(greater.x(), greater.y(), (a, b) -> FeelRange.above(b, false)
                    .of(a));
        }
        if (exp instanceof GreaterOrEqual greater) {
            return binary(
                    greater.x(), greater.y(), (a, b) -> FeelRange.above(b, true).of(a));
        }
        if (exp instanceof Conjunction and) {
            return binary(and.x(), and.y(), FeelValues::and);
        }
        if (exp instanceof Disjunction or) {
            return binary(or.x(), or.y(), FeelValues::or);
        }
        if (exp instanceof In in) {
            var value = node(in.x());
            var tests = node(in.test());
            return scope -> FeelValues.in(value.in(scope), tests.in(scope));
        }
        return test(exp);
    }

    private Node test(Exp exp) {
        if (exp instanceof InputEqualTo input) {
            return unary(input.x(), right -> (Test) value -> FeelValues.equal(value, right));
        }
        if (exp instanceof InputLessThan input) {
            return unary(input.x(), right -> FeelRange.below(right, false));
        }
        if (exp instanceof InputLessOrEqual input) {
            return unary(input.x(), right -> FeelRange.below(right, true));
        }
        if (exp instanceof InputGreaterThan input) {
            return unary(input.x(), right -> FeelRange.above(right, false));
        }
        if (exp instanceof InputGreaterOrEqual input) {
            return unary(input.x(), right -> FeelRange.above(right, true));
        }
        if (exp instanceof InputInRange input) {
            var start = input.range().start();
            var end = input.range().end();
            return binary(
                    start.value(), end.value(), (a, b) -> FeelRange.between(a, isClosed(start), b, isClosed(end)));
        }
        if (exp instanceof UnaryTestExpression input) {
            return node(input.exp());
        }
        if (exp instanceof AtLeastOne input) {
            return list(nodes(input.xs()));
        }
        return arithmetic(exp);
    }

    private Node arithmetic(Exp exp) {
        if (exp instanceof Addition sum) {
            return binary(sum.x(), sum.y(), FeelValues::add);
        }
        if (exp instanceof Subtraction difference) {
            return numeric(difference.x(), difference.y(), (a, b) -> a - b);
        }
        if (exp instanceof Multiplication product) {
            return numeric(product.x(), product.y(), (a, b) -> a * b);
        }
        if (exp instanceof Division quotient) {
            return numeric(quotient.x(), quotient.y(), (a, b) -> b == 0 || Double.isNaN(b) ? null : a / b);
        }
        if (exp instanceof Exponentiation power) {
            return numeric(power.x(), power.y(), Math::pow);
        }
        if (exp instanceof ArithmeticNegation negation) {
            return unary(
                    negation.x(), value -> value instanceof Number number ? (Object) (0 - number.doubleValue()) : null);
        }
        return collection(exp);
    }

    private Node collection(Exp exp) {
        if (exp instanceof ConstList list) {
            return list(nodes(list.items()));
        }
        if (exp instanceof ConstContext context) {
            return context(context);
        }
        if (exp instanceof Filter filter) {
            looping = true;
            return new FeelFilter(node(filter.list()), node(filter.filter()), FeelFilter.kindOf(filter.filter()));
        }
        if (exp instanceof For loop) {
            return FeelLoop.each(sources(loop.iterators()), node(loop.exp()));
        }
        if (exp instanceof SomeItem some) {
            return FeelLoop.some(sources(some.iterators()), node(some.condition()));
        }
        if (exp instanceof EveryItem every) {
            return FeelLoop.every(sources(every.iterators()), node(every.condition()));
        }
        if (exp instanceof IterationContext range) {
            return binary(range.start(), range.end(), FeelLoop.Range::new);
        }
        if (exp instanceof FunctionInvocation call) {
            return call(call);
        }
        return time(exp);
    }

    private Node time(Exp exp) {
        if (exp instanceof ConstDate || exp instanceof ConstDayTimeDuration || exp instanceof ConstYearMonthDuration) {
            temporal = true;
            return scope -> null;
        }
        var kind = exp.getClass().getSimpleName();
        throw refused(kind.endsWith("DateTime") ? "date and time" : kind.endsWith("Time") ? "time" : kind);
    }

    private Node call(FunctionInvocation call) {
        var name = call.function();
        if (!(call.params() instanceof PositionalFunctionParameters positional)) {
            throw new FormSchemaRefused(
                    "%s calls '%s' with named arguments, which the server cannot compute; give them in order."
                            .formatted(where, name));
        }
        var arguments = nodes(positional.params());
        if (TEMPORAL.contains(name)) {
            temporal = true;
            return scope -> null;
        }
        if (FeelFunctions.NOT_COMPUTED.contains(name) || OF_THE_DEVICE.contains(name)) {
            throw refused(name);
        }
        return scope -> {
            var values = FeelValues.all(arguments, scope);
            return scope.has(name) ? null : FeelFunctions.call(name, values);
        };
    }

    private Node context(ConstContext context) {
        var entries = new LinkedHashMap<String, Node>();
        pairs(context.entries()).forEach(entry -> entries.put(entry._1(), node(entry._2())));
        return scope -> {
            var result = new LinkedHashMap<String, @Nullable Object>();
            var inner = scope.with(result);
            entries.forEach((key, node) -> result.put(key, node.in(inner)));
            return result;
        };
    }

    private Map<String, Node> sources(camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> iterators) {
        looping = true;
        var sources = new LinkedHashMap<String, Node>();
        pairs(iterators).forEach(pair -> sources.put(pair._1(), node(pair._2())));
        return sources;
    }

    private static Node list(List<Node> items) {
        return scope -> FeelValues.all(items, scope);
    }

    private Node unary(Exp x, Operation operation) {
        var value = node(x);
        return scope -> operation.on(value.in(scope));
    }

    private Node binary(Exp x, Exp y, BinaryOperation operation) {
        var left = node(x);
        var right = node(y);
        return scope -> operation.on(left.in(scope), right.in(scope));
    }

    private Node numeric(Exp x, Exp y, NumericOperation operation) {
        return binary(
                x,
                y,
                (a, b) -> a instanceof Number n && b instanceof Number m
                        ? operation.on(n.doubleValue(), m.doubleValue())
                        : null);
    }

    private List<Node> nodes(camundajar.impl.scala.collection.immutable.List<Exp> expressions) {
        var nodes = new ArrayList<Node>();
        for (var rest = expressions.iterator(); rest.hasNext(); ) {
            nodes.add(node(rest.next()));
        }
        return nodes;
    }

    private static List<Tuple2<String, Exp>> pairs(
            camundajar.impl.scala.collection.immutable.List<Tuple2<String, Exp>> pairs) {
        var list = new ArrayList<Tuple2<String, Exp>>();
        for (var rest = pairs.iterator(); rest.hasNext(); ) {
            list.add(rest.next());
        }
        return list;
    }

    private static List<String> strings(camundajar.impl.scala.collection.immutable.List<String> strings) {
        var list = new ArrayList<String>();
        for (var rest = strings.iterator(); rest.hasNext(); ) {
            list.add(rest.next());
        }
        return list;
    }

    private static boolean isClosed(ConstRangeBoundary boundary) {
        return boundary instanceof ClosedConstRangeBoundary;
    }

    private FormSchemaRefused refused(String what) {
        return new FormSchemaRefused("%s uses '%s', which the server cannot compute; write the expression without it."
                .formatted(where, Label.plain(what)));
    }

    private static FormSchemaRefused unreadable(String where) {
        return new FormSchemaRefused("%s has an expression that is not FEEL; correct it.".formatted(where));
    }

    private interface Operation {
        @Nullable
        Object on(@Nullable Object value);
    }

    private interface BinaryOperation {
        @Nullable
        Object on(@Nullable Object a, @Nullable Object b);
    }

    private interface NumericOperation {
        @Nullable
        Object on(double a, double b);
    }
}
