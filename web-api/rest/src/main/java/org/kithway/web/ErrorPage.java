package org.kithway.web;

import io.swagger.v3.oas.annotations.Hidden;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container itself refuses reads like every other problem. */
@Hidden
@RestController
final class ErrorPage implements ErrorController {
    @RequestMapping("${spring.web.error.path:${server.error.path:/error}}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        HttpStatus status = status(request);
        Problem problem =
                status == HttpStatus.NOT_FOUND
                        ? Problem.NOT_FOUND
                        : Problem.of(status, status.getReasonPhrase() + ".");
        return problem.answer().body(problem);
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus known =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? HttpStatus.resolve(code)
                        : null;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
