package dev.fanout.web.problem;

import dev.fanout.web.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors from outside Spring MVC (a filter, the container), in the same shape as all others. */
@RestController
class ProblemErrorController implements ErrorController {

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status = attribute(request, RequestDispatcher.ERROR_STATUS_CODE)
                .map(code -> HttpStatus.resolve((Integer) code))
                // Somebody asked for this path.
                .orElse(HttpStatus.NOT_FOUND);
        var problem = ProblemDetail.forStatus(status);
        problem.setProperty(ProblemException.ERRORS, List.of());
        attribute(request, RequestDispatcher.ERROR_REQUEST_URI)
                .ifPresent(path -> problem.setInstance(Instance.of(path.toString())));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    private static Optional<Object> attribute(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getAttribute(name));
    }
}
