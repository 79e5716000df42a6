package org.wbl.interviews.process;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the shipped models and forms are read from at start-up.
 *
 * @param location folder holding {@code processes/} and {@code forms/}: {@code classpath:} for the ones built into the
 *     application, {@code file:/some/folder/} for others
 * @param patterns the files to deploy, relative to {@code location}
 */
@ConfigurationProperties("interviews.definitions")
record DefinitionSettings(
        @DefaultValue("classpath:") String location,

        @DefaultValue({"processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form"})
        List<String> patterns) {}
