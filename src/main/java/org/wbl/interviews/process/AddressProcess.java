package org.wbl.interviews.process;

/**
 * What Java may know about {@code send-mail}, {@code refused-address}, {@code address-correction} and
 * {@code wrong-person}.
 */
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

    /** Of somebody who says that another person should answer: a row of wrong_person. */
    public static final ProcessVariable<Long> WRONG_PERSON_ID = new ProcessVariable<>("wrongPersonId", Long.class);

    /** Whether the person named is asked before the coordinator has looked. */
    public static final ProcessVariable<Boolean> ASK_AT_ONCE = ProcessVariable.bool("askAtOnce");

    private AddressProcess() {}
}
