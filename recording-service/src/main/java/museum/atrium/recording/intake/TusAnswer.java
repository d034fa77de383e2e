package museum.atrium.recording.intake;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import me.desair.tus.server.HttpHeader;
import me.desair.tus.server.TusFileUploadService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Takes the library's refusals, so that they are told like all others. */
final class TusAnswer extends HttpServletResponseWrapper {

    private @Nullable ErrorResponseException refusal;
    private @Nullable String offset;

    TusAnswer(HttpServletResponse response) {
        super(response);
    }

    /** The library sets these two before it knows how the request ends: a refusal has a body, and no offset to tell. */
    @Override
    public void setHeader(String name, String value) {
        if (HttpHeader.UPLOAD_OFFSET.equals(name)) {
            offset = value;
        } else if (!HttpHeader.CONTENT_LENGTH.equals(name)) {
            super.setHeader(name, value);
        }
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
        // The library answers with this to another Content-Type, as if it had been about Accept.
        boolean ofAnotherType = status == HttpServletResponse.SC_NOT_ACCEPTABLE;
        refusal = refusal(ofAnotherType ? HttpStatus.UNSUPPORTED_MEDIA_TYPE : HttpStatusCode.valueOf(status), message);
    }

    static ErrorResponseException refusal(HttpStatusCode status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** Throws what the library refused; else the answer tells the offset that it reached. */
    void complete() {
        if (refusal != null) {
            throw refusal;
        }
        if (offset != null) {
            super.setHeader(HttpHeader.UPLOAD_OFFSET, offset);
        }
    }
}
