package museum.atrium.http.problem;

import java.util.ArrayList;
import java.util.List;
import museum.atrium.http.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Broken constraints: 422 in a body, 404 in a path, 400 in a query. */
final class Invalid {

    private Invalid() {}

    static ProblemDetail problem(MethodArgumentNotValidException invalid) {
        BindingResult result = invalid.getBindingResult();
        return problem(List.of(invalid.getParameter()), errors(result));
    }

    static ProblemDetail problem(HandlerMethodValidationException invalid) {
        List<FieldError> errors = new ArrayList<>();
        List<MethodParameter> parameters = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            parameters.add(result.getMethodParameter());
            errors.addAll(
                    result instanceof ParameterErrors bean
                            ? errors(bean)
                            : errors(nameOf(result.getMethodParameter()), result.getResolvableErrors()));
        }
        return problem(parameters, errors);
    }

    private static ProblemDetail problem(List<MethodParameter> parameters, List<FieldError> errors) {
        if (parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(PathVariable.class))) {
            return Problem.of(HttpStatus.NOT_FOUND, "There is nothing at this address.");
        }
        if (parameters.stream().anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class))) {
            return Problem.invalid(errors);
        }
        return Problem.withErrors(Problem.of(HttpStatus.BAD_REQUEST, "Some parameters need a change."), errors);
    }

    private static List<FieldError> errors(Errors errors) {
        List<FieldError> all = new ArrayList<>();
        errors.getGlobalErrors().forEach(error -> all.add(new FieldError("", message(error))));
        errors.getFieldErrors().forEach(error -> all.add(new FieldError(error.getField(), message(error))));
        return all;
    }

    private static List<FieldError> errors(String name, List<? extends MessageSourceResolvable> errors) {
        return errors.stream()
                .map(error -> new FieldError(name, message(error)))
                .toList();
    }

    // A value that could not be converted has a message with the value in it.
    private static String message(MessageSourceResolvable error) {
        boolean unreadable =
                error instanceof org.springframework.validation.FieldError field && field.isBindingFailure();
        String message = error.getDefaultMessage();
        return unreadable || message == null ? "is not a valid value" : message;
    }

    private static String nameOf(MethodParameter parameter) {
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null && !query.name().isEmpty()) {
            return query.name();
        }
        @Nullable String name = parameter.getParameterName();
        return name == null ? "" : name;
    }
}
