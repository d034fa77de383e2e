package museum.atrium.http.account;

/** What a call does with what it reaches. */
public enum Access {
    READ,
    WRITE
}
