package org.wbl.interviews.process.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer says when a person presses "submit".
 *
 * @param submitted the answers it would send
 * @param errors the keys of the fields it complains about; none if it lets the person submit
 * @param failure why it could not show the form at all; null if it could
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(
        @Nullable Map<String, @Nullable Object> submitted,
        @Nullable List<String> errors,
        @Nullable String failure) {}
