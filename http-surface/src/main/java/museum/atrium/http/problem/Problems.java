package museum.atrium.http.problem;

import java.net.SocketTimeoutException;
import museum.atrium.http.Refusal;
import museum.atrium.http.accept.OfferedTypes;
import museum.atrium.http.json.UnreadableJson;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Answers what a controller throws. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final OfferedTypes offered;

    Problems(OfferedTypes offered) {
        this.offered = offered;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        HttpHeaders headers = new HttpHeaders();
        if (refusal.retryAfter() != null) {
            headers.set(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
        if (refusal.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, Challenge.BASIC);
        }
        ProblemDetail problem =
                Problem.withErrors(Problem.of(refusal.status(), refusal.slug(), refusal.detail()), refusal.errors());
        refusal.members().forEach(problem::setProperty);
        return answer(problem, headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLarge tooLarge) {
        return answer(tooLarge.problem(), closing());
    }

    /** Thrown wherever a parameter is first looked at, when an address or a form is broken or too large. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(InvalidParameterException broken) {
        HttpStatusCode status = HttpStatusCode.valueOf(broken.getErrorCode());
        return answer(Problem.of(status, Explanation.of(status)), closing());
    }

    /** Thrown where a body is read: Tomcat has refused it by then and writes the answer, see {@link BrokenBodyFilter}. */
    @ExceptionHandler({BadRequestException.class, SocketTimeoutException.class})
    @Nullable ResponseEntity<Object> brokenBody() {
        return null;
    }

    /** Thrown when a controller looks at all parameters, and one of them has a name such as NUL. */
    @ExceptionHandler
    ResponseEntity<Object> unreadable(RequestRejectedException broken) {
        return answer(Problem.of(HttpStatus.BAD_REQUEST, Explanation.of(HttpStatus.BAD_REQUEST)), new HttpHeaders());
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> failed(Exception failure, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        log.error("A call of {} failed and was answered with 500.", patternOf(request), failure);
        return answer(
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here, not with the request."),
                new HttpHeaders());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge tooLarge) {
                return tooLarge(tooLarge);
            }
            if (cause instanceof Refusal refusal) {
                return refused(refusal);
            }
        }
        return refused(UnreadableJson.refusal(unreadable.getCause()));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Invalid.problem(invalid), headers);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Invalid.problem(invalid), headers);
    }

    /** What cannot be read as a list of types is said to be that; Spring names none then. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException unacceptable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unacceptable.getSupportedMediaTypes().isEmpty() || !(request instanceof ServletWebRequest call)) {
            return handleExceptionInternal(unacceptable, null, headers, status, request);
        }
        String types = offered.at(call.getRequest(), unacceptable.getSupportedMediaTypes());
        return answer(
                Problem.of(status, "Here an answer can be had as: " + types + ". 'Accept' must allow one of these."),
                headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException unsupported,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (unsupported.getSupportedMediaTypes().isEmpty()) {
            return handleExceptionInternal(unsupported, null, headers, status, request);
        }
        String types = MediaType.toString(unsupported.getSupportedMediaTypes());
        return answer(
                Problem.of(status, "Here a body is taken as: " + types + ". 'Content-Type' must be one of these."),
                headers);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(Mistyped.refusal(mismatch));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return null;
        }
        String detail = detailOf(failure, body, status);
        if (status.is5xxServerError()) {
            log.error("A call of {} failed and was answered with {}.", patternOf(request), status.value(), failure);
        }
        return answer(Problem.of(status, detail == null ? "This request cannot be answered." : detail), headers);
    }

    private static @Nullable String detailOf(Exception failure, @Nullable Object body, HttpStatusCode status) {
        if (body instanceof ProblemDetail known) {
            return known.getDetail();
        }
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return "There is nothing at this address.";
        }
        return failure instanceof ErrorResponse known ? known.getBody().getDetail() : null;
    }

    // The path itself may hold a token, which opens things and belongs in no log.
    private static Object patternOf(WebRequest request) {
        Object pattern =
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return pattern == null ? "an unknown path" : pattern;
    }

    private static HttpHeaders closing() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONNECTION, "close");
        return headers;
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        HttpHeaders all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        all.setCacheControl("no-store");
        return new ResponseEntity<>(problem, all, problem.getStatus());
    }
}
