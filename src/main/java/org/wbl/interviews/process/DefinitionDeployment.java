package org.wbl.interviews.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped models, decisions and forms: a seed, never over a version that an administrator deployed.
 *
 * <p>For each file, by its name: not there yet, it is deployed; last deployed by us and changed since, it is deployed
 * as a new version; last deployed by somebody else, it stays theirs. A shipped file that changed since we last deployed
 * or asked is then recorded in {@code definition_choice}, and the district administrators are asked (process
 * {@code definition-update}).
 */
@Component
public class DefinitionDeployment {

    /** Deployments with this source are ours; every other one is an administrator's. */
    static final String SEED = "shipped";

    private static final Logger LOG = LoggerFactory.getLogger(DefinitionDeployment.class);

    private final DefinitionSettings settings;
    private final ResourcePatternResolver resources;
    private final RepositoryService repository;
    private final DefinitionChoices choices;
    private final JdbcClient database;

    DefinitionDeployment(
            DefinitionSettings settings,
            ResourcePatternResolver resources,
            RepositoryService repository,
            DefinitionChoices choices,
            JdbcClient database) {
        this.settings = settings;
        this.resources = resources;
        this.repository = repository;
        this.choices = choices;
        this.database = database;
    }

    void deploy() {
        var toDeploy = new TreeMap<String, String>();
        var toAsk = new ArrayList<Shipped>();
        for (var shipped : shipped().values()) {
            var latest = latest(shipped.resource());
            if (latest.isEmpty()) {
                toDeploy.put(shipped.resource(), shipped.content());
            } else if (SEED.equals(latest.get().source())) {
                if (differs(shipped, latest.get())) {
                    toDeploy.put(shipped.resource(), shipped.content());
                }
            } else if (differs(shipped, latest.get()) && isNews(shipped)) {
                toAsk.add(shipped);
            }
        }
        if (!toDeploy.isEmpty()) {
            deploy(toDeploy);
        }
        toAsk.forEach(choices::ask);
    }

    /** Deploys the shipped file over the administrator's version: the administrator chose so. */
    public void deployShipped(String resource) {
        var shipped = Optional.ofNullable(shipped().get(resource))
                .orElseThrow(() -> new IllegalStateException(
                        "This release ships no '%s' any more: there is nothing to put in place.".formatted(resource)));
        if (latest(resource).map(deployed -> differs(shipped, deployed)).orElse(true)) {
            deploy(Map.of(resource, shipped.content()));
        }
    }

    private void deploy(Map<String, String> contents) {
        var deployment =
                repository.createDeployment().name("informational-interviews").source(SEED);
        contents.forEach(deployment::addString);
        deployment.deploy();
        LOG.info("Deployed {}", contents.keySet());
    }

    private Map<String, Shipped> shipped() {
        var found = new TreeMap<String, Shipped>();
        try {
            for (var pattern : settings.patterns()) {
                for (var file : resources.getResources(settings.location() + pattern)) {
                    var resource = nameWithin(file.getURL().toString(), pattern);
                    found.put(resource, new Shipped(resource, file.getContentAsString(UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The models and forms at '%s' cannot be read.".formatted(settings.location()), e);
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(("No models or forms found at '%s'. Set interviews.definitions.location to"
                            + " the folder that holds processes/ and forms/.")
                    .formatted(settings.location()));
        }
        return found;
    }

    /** The name a file has in every deployment, wherever it was read: it starts at the pattern's folder. */
    private static String nameWithin(String url, String pattern) {
        var folder = pattern.substring(0, pattern.indexOf('/') + 1);
        return url.substring(url.lastIndexOf("/" + folder) + 1);
    }

    /** Finds the newest deployed version: a file is named after its process, decision or form. */
    private Optional<Deployed> latest(String resource) {
        var key = resource.substring(resource.lastIndexOf('/') + 1, resource.lastIndexOf('.'));
        return database.sql("""
                        select d.id_ as deployment, d.source_ as source, definition.resource_name_ as resource
                        from (select key_, version_, deployment_id_, resource_name_ from public.act_re_procdef
                              union all
                              select key_, version_, deployment_id_, resource_name_ from public.act_re_decision_def
                              union all
                              select key_, version_, deployment_id_, resource_name_ from public.act_re_camformdef) definition
                        join public.act_re_deployment d on d.id_ = definition.deployment_id_
                        where definition.key_ = :key and d.tenant_id_ is null
                        order by definition.version_ desc limit 1
                        """).param("key", key).query(Deployed.class).optional();
    }

    private boolean differs(Shipped shipped, Deployed deployed) {
        return !shipped.content().equals(content(deployed));
    }

    private String content(Deployed deployed) {
        try (InputStream stream = repository.getResourceAsStream(deployed.deployment(), deployed.resource())) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this very content was neither deployed by us before nor asked about. */
    private boolean isNews(Shipped shipped) {
        if (choices.knows(shipped)) {
            return false;
        }
        return repository.createDeploymentQuery().deploymentSource(SEED).list().stream()
                .filter(deployment -> repository
                        .getDeploymentResourceNames(deployment.getId())
                        .contains(shipped.resource()))
                .map(deployment -> new Deployed(deployment.getId(), SEED, shipped.resource()))
                .allMatch(deployed -> differs(shipped, deployed));
    }

    /** The version of a file that is in use: its deployment, who deployed it, and its name there. */
    private record Deployed(String deployment, @Nullable String source, String resource) {}

    /** A file of this release. */
    record Shipped(String resource, String content) {

        String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }
}
