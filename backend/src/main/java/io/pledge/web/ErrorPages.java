package io.pledge.web;

import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

import io.pledge.security.Doors;
import io.pledge.security.SignedIn;

/** The page behind every failure: what happened, what it means for what was sent, and where to go. The API gets problem details. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final String API = "/api/";

    private final MessageSource texts;
    private final Frames frames;
    private final Clock clock;
    private final MultipartProperties limits;

    ErrorPages(MessageSource texts, Frames frames, Clock clock, MultipartProperties limits) {
        this.texts = texts;
        this.frames = frames;
        this.clock = clock;
        this.limits = limits;
    }

    @RequestMapping("/error")
    Object failed(HttpServletRequest request, Locale locale) {
        HttpStatus status = statusOf(request);
        if (isTooLarge(request)) {
            return page(HttpStatus.CONTENT_TOO_LARGE, locale);
        }
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return page(status, locale).addObject("title", texts.getMessage("error.stale", null, locale))
                    .addObject("help", texts.getMessage("error.stale.help", null, locale));
        }
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith(API)) {
            return problem(status, path, locale);
        }
        ModelAndView page = page(status, locale);
        if (status.is5xxServerError()) {
            page.addObject("number", recorded(request, path));
        }
        return page;
    }

    /** The page of a failure. */
    ModelAndView page(HttpStatus status, Locale locale) {
        HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
                .getRequest();
        ModelAndView page = new ModelAndView("error", status);
        page.addObject("title", text(status, "", locale));
        page.addObject("help", text(status, ".help", locale));
        page.addObject("now", clock.instant());
        page.addObject("frame", frames.portal(request, locale));
        page.addObject("home", signedIn().map(Doors::home).orElse("/"));
        return page;
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String path, Locale locale) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, text(status, "", locale));
        problem.setInstance(URI.create(path));
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /** Writes the failure down under the number that the reader is shown. */
    private static String recorded(HttpServletRequest request, String path) {
        String number = request.getRequestId();
        LOG.error("Error {} at {} {}", number, request.getMethod(), path,
                (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return number;
    }

    private String text(HttpStatus status, String suffix, Locale locale) {
        return texts.getMessage("error." + name(status) + suffix, null, locale);
    }

    private static String name(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "notFound";
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case CONFLICT -> "conflict";
            case CONTENT_TOO_LARGE -> "tooLarge";
            default -> status.is4xxClientError() ? "bad" : "unexpected";
        };
    }

    /** A form that weighs too much is not read at all, so that its token is missed first. */
    private boolean isTooLarge(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && request.getContentLengthLong() > limits.getMaxRequestSize().toBytes();
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code)).orElse(HttpStatus.NOT_FOUND);
    }

    private static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal())
                .filter(SignedIn.class::isInstance).map(SignedIn.class::cast);
    }
}
