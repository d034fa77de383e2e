package museum.atrium.inbox.web;

/** A call that cannot be served; becomes application/problem+json (RFC 9457). */
final class Refused extends RuntimeException {

    private final int status;
    private final String type;
    private final String title;

    private Refused(int status, String type, String title, String detail) {
        super(detail);
        this.status = status;
        this.type = type;
        this.title = title;
    }

    static Refused notFound(String detail) {
        return new Refused(404, "not-found", "Not found", detail);
    }

    static Refused badRequest(String detail) {
        return new Refused(400, "bad-request", "Bad request", detail);
    }

    static Refused method(String method) {
        return new Refused(405, "method-not-allowed", "Method not allowed", method + " is not possible here");
    }

    Problem problem() {
        return new Problem("urn:atrium:problem:" + type, title, status, String.valueOf(getMessage()));
    }

    record Problem(String type, String title, int status, String detail) {}
}
