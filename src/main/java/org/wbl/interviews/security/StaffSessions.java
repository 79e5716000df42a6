package org.wbl.interviews.security;

import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Keeps the sessions of staff in the database, so that a login holds on every node and ends on every node. */
@Configuration
class StaffSessions {

    /** What the web applications and the anti-forgery checks put into a session; nothing else is read from one. */
    private static final ObjectInputFilter CONTENT = ObjectInputFilter.Config.createFilter("maxdepth=8;maxbytes=100000;"
            + "org.camunda.bpm.webapp.impl.security.auth.Authentications;"
            + "org.camunda.bpm.webapp.impl.security.auth.Authentication;"
            + "org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;"
            + "org.springframework.security.web.csrf.DefaultCsrfToken;"
            + "java.util.HashMap;java.util.Map$Entry;java.util.HashSet;java.util.ArrayList;java.util.Date;"
            + "java.lang.Object;java.lang.String;!*");

    /** A version 4 UUID, the library's choice, is six bits short of the 128 that a session needs. */
    @Bean
    SessionIdGenerator sessionIds() {
        var random = new SecureRandom();
        return () -> {
            var id = new byte[24];
            random.nextBytes(id);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        };
    }

    @Bean
    ConversionService springSessionConversionService() {
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, new DeserializingConverter(bytes -> {
            var stream = new ObjectInputStream(bytes);
            stream.setObjectInputFilter(CONTENT);
            try {
                return stream.readObject();
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("A session holds what this release does not know.", e);
            }
        }));
        return conversions;
    }

    /** Requests of one browser that arrive together may write the same attribute. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer concurrentWrites() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
