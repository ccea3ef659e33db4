package org.kithway.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.kithway.ingestion.FactLog;
import org.kithway.search.QueryException;
import org.kithway.search.StoreBusyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Turns whatever goes wrong in a request into a problem that tells no more than it should. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** Seconds after which a store that was busy may be asked again. */
    private static final String SOON = "5";

    private static final int FRAMES = 12;

    @ExceptionHandler
    ResponseEntity<Problem> problem(ProblemException e) {
        return e.problem().answer().body(e.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> query(QueryException e) {
        HttpStatus status = HttpStatus.BAD_REQUEST;
        Problem problem =
                new Problem(
                        status.getReasonPhrase(),
                        status.value(),
                        String.valueOf(e.getMessage()),
                        e.position());
        return problem.answer().body(problem);
    }

    @ExceptionHandler({
        StoreBusyException.class,
        FactLog.LogUnavailableException.class,
        TransientDataAccessException.class,
        NonTransientDataAccessResourceException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Problem> busy(Exception e) {
        log.warn("a store does not answer: {}", trace(e));
        Problem problem =
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "A store does not answer now. Try again in a moment.");
        return problem.answer().header(HttpHeaders.RETRY_AFTER, SOON).body(problem);
    }

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<Problem> unexpected(Exception e, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null;
        }
        log.error(
                "{} {} failed: {}",
                request.getMethod(),
                request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                trace(e));
        Problem problem =
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "This is a fault of the server; its log says more.");
        return problem.answer().body(problem);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (request instanceof ServletWebRequest web
                && web.getResponse() != null
                && web.getResponse().isCommitted()) {
            return null;
        }
        if (status.is5xxServerError()) {
            log.error("a request failed: {}", trace(e));
        }
        Problem problem =
                status.value() == HttpStatus.NOT_FOUND.value()
                        ? Problem.NOT_FOUND
                        : Problem.of(status, detail(e, status));
        return problem.answer().headers(h -> h.putAll(without(headers))).body(problem);
    }

    private static HttpHeaders without(HttpHeaders headers) {
        HttpHeaders rest = new HttpHeaders();
        rest.putAll(headers);
        rest.remove(HttpHeaders.CONTENT_TYPE);
        return rest;
    }

    private static String detail(Exception e, HttpStatusCode status) {
        return switch (e) {
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case HttpRequestMethodNotSupportedException method ->
                    "This address takes "
                            + String.join(
                                    ", ",
                                    method.getSupportedMethods() == null
                                            ? new String[0]
                                            : method.getSupportedMethods())
                            + ".";
            case HttpMediaTypeNotSupportedException type ->
                    "This address takes "
                            + type.getSupportedMediaTypes().stream()
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", "))
                            + ".";
            case MissingServletRequestParameterException missing ->
                    "The parameter " + missing.getParameterName() + " is missing.";
            case MethodArgumentTypeMismatchException mismatch ->
                    "The parameter " + mismatch.getName() + " is not of its type.";
            case TypeMismatchException mismatch -> "A parameter is not of its type.";
            case Exception other -> Problem.of(status, "").title() + ".";
        };
    }

    /** Never the parser's own words: they quote what was sent. */
    private static String unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                    "The body has a field that is not known here; known are "
                            + known(unknown)
                            + ".";
            case StreamConstraintsException tooLong ->
                    "The body is too long; the longest has "
                            + WebConfiguration.LONGEST_BODY
                            + " bytes.";
            case JacksonException json when !json.getPath().isEmpty() ->
                    "The body's field "
                            + json.getPath().getFirst().getPropertyName()
                            + " is not of its type.";
            case null, default -> "The body is not the JSON that this address takes.";
        };
    }

    private static String known(UnrecognizedPropertyException e) {
        List<Object> names =
                e.getKnownPropertyIds() == null ? List.of() : List.copyOf(e.getKnownPropertyIds());
        return names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    /**
     * Where it happened, without messages: those of drivers and parsers quote what they were given.
     */
    static String trace(Throwable e) {
        StringBuilder trace = new StringBuilder();
        String separator = "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            trace.append(separator).append(cause.getClass().getName());
            Arrays.stream(cause.getStackTrace())
                    .limit(FRAMES)
                    .forEach(frame -> trace.append("\n    at ").append(frame));
            separator = "\ncaused by ";
        }
        return trace.toString();
    }
}
