package museum.atrium.registration.defence;

/**
 * What a browser is asked: the number up to {@code maxnumber} which, written behind the salt, has this hash. The names are
 * those of ALTCHA, so that what solves its challenges solves ours.
 *
 * @param challenge SHA-256 of the salt and the number, in hexadecimal
 * @param salt ends with when the challenge expires
 * @param signature by which we know our own challenge again, and for whom it was
 */
record Challenge(String algorithm, String challenge, int maxnumber, String salt, String signature) {

    static final String ALGORITHM = "SHA-256";
}
