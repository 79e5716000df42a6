package org.wbl.interviews.process.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.jspecify.annotations.Nullable;
import org.wbl.interviews.process.form.Feel.FeelFailure;
import org.wbl.interviews.process.form.Feel.Node;
import org.wbl.interviews.process.form.Feel.Scope;
import org.wbl.interviews.process.form.Feel.Test;

/**
 * {@code list[filter]}: the item at a number, else the items for which the filter holds.
 *
 * @param kind what the filter is by its text alone; feelin decides by it
 */
record FeelFilter(Node list, Node filter, Kind kind) implements Node {

    enum Kind {
        NUMBER,
        BOOLEAN,
        STRING,
        OPEN
    }

    static Kind kindOf(Exp filter) {
        if (filter instanceof ArithmeticNegation negation) {
            return kindOf(negation.x());
        }
        if (filter instanceof ConstNumber) {
            return Kind.NUMBER;
        }
        if (filter instanceof ConstBool) {
            return Kind.BOOLEAN;
        }
        return filter instanceof ConstString ? Kind.STRING : Kind.OPEN;
    }

    @Override
    public @Nullable Object in(Scope scope) {
        var target = list.in(scope);
        if (target == null) {
            return null;
        }
        var items = new ArrayList<@Nullable Object>(target instanceof List<?> all ? all : List.of(target));
        var index = kind == Kind.NUMBER || kind == Kind.OPEN ? index(scope) : null;
        if (index != null) {
            var position = index < 0 ? items.size() + index : index - 1;
            return position >= 0 && position < items.size() && position == Math.rint(position)
                    ? items.get((int) position)
                    : null;
        }
        if (kind == Kind.OPEN) {
            return matching(items, scope);
        }
        var value = filter.in(scope);
        if (kind == Kind.BOOLEAN) {
            return Boolean.TRUE.equals(value) ? items : List.of();
        }
        items.removeIf(item -> !(item instanceof String) || !item.equals(value));
        return items;
    }

    private @Nullable Double index(Scope scope) {
        try {
            return filter.in(scope) instanceof Number number ? (Double) number.doubleValue() : null;
        } catch (FeelFailure e) {
            return null;
        }
    }

    private List<@Nullable Object> matching(List<@Nullable Object> items, Scope scope) {
        var matching = new ArrayList<@Nullable Object>();
        for (var item : items) {
            var names = new HashMap<String, @Nullable Object>();
            names.put("item", item);
            if (item instanceof Map<?, ?> map) {
                names.putAll(Tree.copy(map));
            }
            var outcome = filter.in(scope.with(names));
            var answer = outcome instanceof Test test ? test.of(item) : outcome;
            if (FeelValues.truthy(answer)) {
                matching.add(Boolean.TRUE.equals(answer) ? item : answer);
            }
        }
        return matching;
    }
}
