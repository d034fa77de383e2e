package museum.atrium.recording.intake;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import me.desair.tus.server.TusFileUploadService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Takes the library's refusals, so that they are told like all others. */
final class TusAnswer extends HttpServletResponseWrapper {

    private @Nullable ErrorResponseException refusal;

    TusAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void sendError(int status) {
        sendError(status, "The upload was refused.");
    }

    @Override
    public void sendError(int status, String message) {
        if (status == HttpServletResponse.SC_PRECONDITION_FAILED) {
            // The protocol wants it, the library leaves it out.
            setHeader("Tus-Version", TusFileUploadService.TUS_API_VERSION);
        }
        refusal = refusal(HttpStatusCode.valueOf(status), message);
    }

    static ErrorResponseException refusal(HttpStatusCode status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    void refuseIfRefused() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
