package museum.atrium.http.problem;

/** How a 401 says that one can sign in. */
public final class Challenge {

    public static final String BASIC = "Basic realm=\"Atrium\", charset=\"UTF-8\"";
    public static final String BEARER = "Bearer realm=\"Atrium\"";

    private Challenge() {}
}
