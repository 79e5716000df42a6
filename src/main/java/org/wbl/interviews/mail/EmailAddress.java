package org.wbl.interviews.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;

/** Checks mail addresses: one address in one field, nothing that could start a header of its own. */
public final class EmailAddress {

    private static final Pattern SHAPE =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[^\\s@,;<>()\\[\\]\"\\\\\\p{Cntrl}]{1,250}");

    private EmailAddress() {}

    /** Returns whether mail can be sent to this address. */
    public static boolean isValid(String address) {
        try {
            parse(address);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Returns the address as headers need it, its domain in ASCII. */
    static InternetAddress parse(String address) throws AddressException {
        if (!SHAPE.matcher(address).matches()) {
            throw new AddressException("is not one address of the form name@domain");
        }
        var at = address.indexOf('@');
        try {
            return new InternetAddress(
                    address.substring(0, at) + "@" + IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES),
                    true);
        } catch (IllegalArgumentException e) {
            throw new AddressException("has a domain that cannot exist");
        }
    }
}
