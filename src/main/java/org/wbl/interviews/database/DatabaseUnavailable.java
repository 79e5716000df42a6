package org.wbl.interviews.database;

/** The embedded database cannot be used; the message says why and how to name a server instead. */
class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }

    DatabaseUnavailable(String reason) {
        super(reason);
    }
}
