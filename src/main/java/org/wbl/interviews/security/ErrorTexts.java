package org.wbl.interviews.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response.Status.Family;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Encodes markup in every error that the engine's interfaces answer: the engine repeats what was sent to it, and its
 * web applications show an error's text as HTML.
 *
 * <p>The JAX-RS implementation finds this class by its service file, for each interface alike.
 */
public class ErrorTexts implements ForcedAutoDiscoverable, ContainerResponseFilter {

    @Override
    public void configure(FeatureContext context) {
        context.register(ErrorTexts.class);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var family = response.getStatusInfo().getFamily();
        if (response.hasEntity() && (family == Family.CLIENT_ERROR || family == Family.SERVER_ERROR)) {
            response.setEntityStream(new EncodingStream(response.getEntityStream()));
        }
    }

    /** In JSON these characters stand in texts only, so that bytes can be replaced without reading the JSON. */
    private static final class EncodingStream extends FilterOutputStream {

        EncodingStream(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int character) throws IOException {
            switch (character) {
                case '<' -> out.write("&lt;".getBytes(US_ASCII));
                case '>' -> out.write("&gt;".getBytes(US_ASCII));
                case '&' -> out.write("&amp;".getBytes(US_ASCII));
                default -> out.write(character);
            }
        }
    }
}
