package org.wbl.interviews.process;

import java.util.AbstractMap;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * The only beans that expressions in models may name: the workers, and {@code calendar}.
 *
 * <p>Without such a map the engine would hand every bean of the application, its settings and secrets included, to
 * whoever may deploy a model. Beans are looked up when a model names them, since workers need the engine themselves.
 */
class ModelBeans extends AbstractMap<Object, Object> {

    static final String CALENDAR = "calendar";

    private final ApplicationContext context;

    ModelBeans(ApplicationContext context) {
        this.context = context;
    }

    /** Returns the class whose methods expressions may call. */
    Class<?> calendarType() {
        return context.getBean(CALENDAR, ProcessCalendar.class).of(null, null).getClass();
    }

    /** Returns the names that models may use, sorted. */
    Set<String> names() {
        var names = new TreeSet<>(Set.of(CALENDAR));
        for (var type : new Class<?>[] {JavaDelegate.class, ExecutionListener.class, TaskListener.class}) {
            names.addAll(Set.of(context.getBeanNamesForType(type, false, false)));
        }
        return names;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return containsKey(name) ? context.getBean(String.valueOf(name)) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text
                && context.containsBean(text)
                && (CALENDAR.equals(text)
                        || context.isTypeMatch(text, JavaDelegate.class)
                        || context.isTypeMatch(text, ExecutionListener.class)
                        || context.isTypeMatch(text, TaskListener.class));
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        throw new UnsupportedOperationException("Models look beans up by name; see names() for the list.");
    }
}
