package museum.atrium.http.problem;

import org.springframework.http.HttpStatusCode;

/** A sentence for a status that nobody has explained. */
final class Explanation {

    private Explanation() {}

    static String of(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "The request cannot be understood: check its address, its headers and its body.";
            case 401 -> "This needs a sign-in.";
            case 403 -> "This is not allowed.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take that method.";
            case 413 -> "The request is larger than what is taken here.";
            case 431 -> "The headers of the request are larger than what is taken here.";
            default ->
                status.is4xxClientError()
                        ? "The request cannot be answered as it is."
                        : "Something went wrong here, not with the request.";
        };
    }
}
