package org.wbl.interviews.process;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable that models and workers share: its name in the model, and its type in Java.
 *
 * @param name the name used in expressions and as form field key
 * @param type the type every worker may rely on
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    public static ProcessVariable<String> string(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Integer> integer(String name) {
        return new ProcessVariable<>(name, Integer.class);
    }

    public static ProcessVariable<Boolean> bool(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    /** Returns the value, or fails naming the variable and its scope. */
    public T get(VariableScope scope) {
        return find(scope)
                .orElseThrow(() -> new IllegalStateException("Process variable '%s' (%s) is missing in %s"
                        .formatted(name, type.getSimpleName(), scope.getVariableScopeKey())));
    }

    public Optional<T> find(VariableScope scope) {
        var value = scope.getVariable(name);
        if (value != null && !type.isInstance(value)) {
            throw new IllegalStateException("Process variable '%s' must be of type %s but is %s"
                    .formatted(name, type.getSimpleName(), value.getClass().getSimpleName()));
        }
        return Optional.ofNullable(type.cast(value));
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** Returns this variable bound to {@code value}, for starting processes and completing tasks. */
    public Map.Entry<String, Object> to(T value) {
        return Map.entry(name, value);
    }
}
