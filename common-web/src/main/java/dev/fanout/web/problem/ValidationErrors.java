package dev.fanout.web.problem;

import dev.fanout.web.FieldError;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.method.MethodValidationResult;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells what Bean Validation found wrong, with the fields named as the wire names them. */
final class ValidationErrors {
    private static final Comparator<FieldError> IN_ORDER =
            Comparator.comparing(FieldError::field).thenComparing(FieldError::message);

    private ValidationErrors() {}

    static List<FieldError> of(Errors found) {
        return ofBody(found).sorted(IN_ORDER).toList();
    }

    static List<FieldError> of(MethodValidationResult found) {
        return found.getParameterValidationResults().stream()
                .flatMap(parameter -> parameter instanceof ParameterErrors body
                        ? ofBody(body)
                        : ofParameter(parameter))
                .sorted(IN_ORDER)
                .toList();
    }

    /** As the wire names it. */
    static String nameOf(MethodParameter parameter) {
        return Stream.of(
                        name(parameter, RequestParam.class, RequestParam::name),
                        name(parameter, PathVariable.class, PathVariable::name),
                        name(parameter, RequestHeader.class, RequestHeader::name))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> snakeCase(String.valueOf(parameter.getParameterName())));
    }

    private static <A extends Annotation> Optional<String> name(
            MethodParameter parameter, Class<A> annotation, Function<A, String> name) {
        return Optional.ofNullable(parameter.getParameterAnnotation(annotation))
                .map(name)
                .filter(given -> !given.isEmpty());
    }

    private static Stream<FieldError> ofBody(Errors found) {
        var fields = found.getFieldErrors().stream()
                .map(e -> new FieldError(snakeCase(e.getField()), text(e)));
        return Stream.concat(fields, found.getGlobalErrors().stream().map(e -> FieldError.ofBody(text(e))));
    }

    private static Stream<FieldError> ofParameter(ParameterValidationResult found) {
        var name = nameOf(found.getMethodParameter());
        return found.getResolvableErrors().stream().map(e -> new FieldError(name, text(e)));
    }

    private static String text(MessageSourceResolvable e) {
        return Objects.requireNonNullElse(e.getDefaultMessage(), "is not valid");
    }

    private static String snakeCase(String path) {
        return path.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
