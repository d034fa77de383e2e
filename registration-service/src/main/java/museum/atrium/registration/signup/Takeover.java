package museum.atrium.registration.signup;

/**
 * What a registration waits for that was asked for by somebody else: its owner's yes to take the place of another one.
 *
 * @param from whose place it is
 */
record Takeover(RegistrationId from, As as) {

    enum As {
        /** The same person at another address. */
        NEW_ADDRESS,
        /** Somebody else, to whom the place is passed on. */
        COLLEAGUE;

        /** What the owner of the address is asked. */
        Occasion asked() {
            return this == COLLEAGUE ? Occasion.TRANSFER_OFFERED : Occasion.ADDRESS_PROVING;
        }
    }
}
