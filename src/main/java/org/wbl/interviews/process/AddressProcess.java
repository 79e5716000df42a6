package org.wbl.interviews.process;

/** What Java may know about {@code send-mail}, {@code refused-address} and {@code address-correction}. */
public final class AddressProcess {

    public static final String REFUSED_KEY = "refused-address";

    /** Somebody's address was corrected. */
    public static final String CORRECTED_MESSAGE = "AddressCorrected";

    public static final ProcessVariable<Boolean> ADDRESS_REFUSED = ProcessVariable.bool("addressRefused");
    public static final ProcessVariable<Boolean> ADDRESS_CORRECTED = ProcessVariable.bool("addressCorrected");

    /** The id of the mail that could not be sent. */
    public static final ProcessVariable<String> REFUSED_MAIL = ProcessVariable.string("refusedMail");

    /** Whose address it is: role and number, such as employers:12. */
    public static final ProcessVariable<String> ADDRESSEE = ProcessVariable.string("addressee");

    private AddressProcess() {}
}
